//! How the parts of class names and ids begin that name what is never a page's content.

/// What asks for consent: the word itself, or the maker of a common one.
pub(crate) const CONSENT: [&str; 9] =
    ["consent", "cookie", "gdpr", "ccpa", "onetrust", "didomi", "usercentrics", "trustarc", "iubenda"];

/// What writers put under each of their posts.
pub(crate) const SIGNATURE: [&str; 1] = ["signature"];
