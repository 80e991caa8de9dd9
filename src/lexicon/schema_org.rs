//! schema.org's types, and Open Graph's.

/// Types that say what kind of page it is, group by group: each group is a feature of the page type.
pub(crate) const PAGE_TYPES: [&[&str]; 10] = [
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
