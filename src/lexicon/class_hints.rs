//! What pages call the parts that metadata stand in, in `class`, `id` and `data-testid`. To add a word, add it to a row.

use super::list::list;

/// What a word in an element's names says of the element's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClassHint {
    /// Who wrote it.
    Author,
    /// A name, on its own of no weight.
    Name,
    /// When it was published.
    Date,
    /// When it was changed.
    Modified,
    /// A headline.
    Title,
    /// The article, the post, the page: makes a title or a date that of the page.
    Entry,
    /// A standfirst.
    Dek,
    /// Other stories, adverts, what surrounds the article.
    Aside,
    /// Comments and replies.
    Comment,
    /// Something about the author that is not the name: a picture, a role, a life.
    AboutAuthor,
    /// Navigation.
    Navigation,
    /// A label: `News`, `Solved`, `Sponsored`.
    Label,
}

/// The words of each kind: whole words, which in camelCase begin with a capital.
pub(crate) const CLASS_HINTS: &[(ClassHint, &[&str])] = &[
    (
        ClassHint::Author,
        list!(
            "auteur|author|authors|autor|autore|by|byline|bylines|contributor|creator|journalist|nickname|poster|\
             reporter|staff|submitted|user|username|writer|written"
        ),
    ),
    (ClassHint::Name, list!("fn|name|nickname|username|vcard")),
    (
        ClassHint::Date,
        list!(
            "created|date|dateline|datepublished|datetime|datum|fecha|posted|pubdate|publication|publish|\
             published|pubtime|submitted|time|timestamp"
        ),
    ),
    (ClassHint::Modified, list!("datemodified|lastmod|modified|update|updated")),
    (ClassHint::Title, list!("heading|headline|hed|title")),
    (
        ClassHint::Entry,
        list!("article|blog|entry|headline|hero|main|op|page|post|product|question|recipe|story|thread|topic"),
    ),
    (
        ClassHint::Dek,
        list!(
            "deck|dek|description|excerpt|intro|lead|lede|preamble|standfirst|strapline|subhead|subheading|\
             subheadline|subtitle|summary|tagline"
        ),
    ),
    (
        ClassHint::Aside,
        list!(
            "ad|ads|advert|also|banner|carousel|consent|cookie|copyright|featured|footer|gallery|latest|modal|\
             more|newsletter|next|popular|popup|prev|promo|readmore|recent|recirc|recommendations|recommended|\
             related|sidebar|similar|slider|sponsored|teaser|testimonial|testimonials|thumbnails|trending|upnext|\
             widget|widgets"
        ),
    ),
    (ClassHint::Comment, list!("comment|commenter|comments|disqus|replies|reply|respond|responses|reviews")),
    (
        ClassHint::AboutAuthor,
        list!(
            "about|avatar|badge|bio|biography|box|caption|contact|count|credit|followers|headshot|icon|image|img|\
             job|location|photo|picture|position|rank|role|share|signature|social|stats|tags|thumb|thumbnail"
        ),
    ),
    (ClassHint::Navigation, list!("breadcrumb|breadcrumbs|menu|nav|navbar|navigation")),
    (ClassHint::Label, list!("badge|label")),
];
