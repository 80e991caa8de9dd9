//! What pages call the parts that metadata stand in, in `class`, `id` and `data-testid`. To add a word, add it to a row.

use super::class_words::Signal;
use super::list::list;

/// The words of each kind: whole words, which in camelCase begin with a capital.
pub(super) const CLASS_HINTS: &[(Signal, &[&str])] = &[
    (
        Signal::AuthorHint,
        list!(
            "auteur|author|authors|autor|autore|by|byline|bylines|contributor|creator|journalist|nickname|poster|\
             reporter|staff|submitted|user|username|writer|written"
        ),
    ),
    (Signal::NameHint, list!("fn|name|nickname|username|vcard")),
    (
        Signal::DateHint,
        list!(
            "created|date|dateline|datepublished|datetime|datum|fecha|posted|pubdate|publication|publish|\
             published|pubtime|submitted|time|timestamp"
        ),
    ),
    (Signal::ModifiedHint, list!("datemodified|lastmod|modified|update|updated")),
    (Signal::TitleHint, list!("heading|headline|hed|title")),
    (
        Signal::EntryHint,
        list!("article|blog|entry|headline|hero|main|op|page|post|product|question|recipe|story|thread|topic"),
    ),
    (
        Signal::DekHint,
        list!(
            "deck|dek|description|excerpt|intro|lead|lede|preamble|standfirst|strapline|subhead|subheading|\
             subheadline|subtitle|summary|tagline"
        ),
    ),
    (
        Signal::AsideHint,
        list!(
            "ad|ads|advert|also|banner|carousel|consent|cookie|copyright|featured|footer|gallery|latest|modal|\
             more|newsletter|next|popular|popup|prev|promo|readmore|recent|recirc|recommendations|recommended|\
             related|sidebar|similar|slider|sponsored|teaser|testimonial|testimonials|thumbnails|trending|upnext|\
             widget|widgets"
        ),
    ),
    (Signal::CommentHint, list!("comment|commenter|comments|disqus|replies|reply|respond|responses|reviews")),
    (
        Signal::AboutAuthorHint,
        list!(
            "about|avatar|badge|bio|biography|box|caption|contact|count|credit|followers|headshot|icon|image|img|\
             job|location|photo|picture|position|rank|role|share|signature|social|stats|tags|thumb|thumbnail"
        ),
    ),
    (Signal::NavigationHint, list!("breadcrumb|breadcrumbs|menu|nav|navbar|navigation")),
    (Signal::LabelHint, list!("badge|label")),
];
