//! schema.org's types and properties, and Open Graph's types.

use super::list::list;

/// Types by which pages declare what kind of page they are, group by group: each group is a feature of the page type.
pub(crate) const DECLARED_TYPES: [&[&str]; 10] = [
    &["Article", "NewsArticle", "BlogPosting", "Report", "article", "blog"],
    &["TechArticle", "APIReference", "HowTo", "SoftwareSourceCode"],
    &["Product", "product", "og:product", "Offer", "AggregateOffer"],
    &["ItemList", "CollectionPage", "OfferCatalog", "SearchResultsPage"],
    &["DiscussionForumPosting", "QAPage", "Question", "Comment"],
    &["LocalBusiness", "Service", "ProfessionalService", "MedicalBusiness"],
    &["FAQPage"],
    &["Blog"],
    &["website"],
    &["Recipe", "Event", "Course", "VideoObject", "JobPosting", "Book", "SoftwareApplication"],
];

/// How much a type says that its item is what the page is about, by rank. Types that are not listed say nothing of it,
/// and those that end in `Article` have [`ARTICLE_RANK`].
pub(crate) const TYPE_RANKS: &[(u8, &[&str])] = &[
    (9, &["BlogPosting", "LiveBlogPosting", "DiscussionForumPosting", "SocialMediaPosting", "Recipe", "Report"]),
    (8, &["Question"]),
    (7, &["HowTo", "JobPosting"]),
    (
        6,
        list!(
            "Review|Chapter|Book|PodcastEpisode|Course|Event|Product|ProductGroup|CreativeWork|\
             Dataset|SoftwareSourceCode"
        ),
    ),
    (5, &["QAPage", "SoftwareApplication", "MedicalWebPage"]),
    (4, &["VideoObject", "ItemPage"]),
    (3, &["FAQPage", "WebPage", "AboutPage", "CollectionPage", "ProfilePage", "ContactPage", "Service"]),
    (2, &["Blog"]),
    (1, &["CheckoutPage", "SearchResultsPage"]),
];

/// The rank of articles.
pub(crate) const ARTICLE_RANK: u8 = 10;

/// The rank from which a type is one of texts with a headline.
pub(crate) const HEADLINE_RANK: u8 = 9;

/// Properties whose items are about something else than the page.
pub(crate) const UNRELATED_PROPERTIES: &[&str] = list!(
    "itemListElement|hasPart|mentions|isRelatedTo|comment|review|reviews|suggestedAnswer|\
     acceptedAnswer|citation|author|publisher|image|video|offers|relatedLink|blogPost|\
     subjectOf|isSimilarTo|aggregateRating|step|recipeInstructions"
);

/// Keys of strings that hold text of the page for readers.
pub(crate) const TEXT_KEYS: &[&str] = &["articleBody", "description", "text", "abstract"];

/// The key of an article's text.
pub(crate) const BODY_KEY: &str = "articleBody";

/// The key of a post's text.
pub(crate) const POST_KEY: &str = "text";

/// The key of what somebody wrote of the thing.
pub(crate) const REVIEW_KEY: &str = "reviewBody";

/// Keys that hold a text in some data and much else in other: better than nothing only.
pub(crate) const LOOSE_TEXT_KEYS: &[&str] = &["description", "body", "content", "html"];

/// Types of threads, whose text is that of their posts.
pub(crate) const THREAD_TYPES: &[&str] = &["DiscussionForumPosting", "QAPage", "SocialMediaPosting"];
