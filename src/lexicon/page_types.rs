//! Types of pages, as addresses and classes name them.

use super::list::list;

/// Words in addresses and in the classes of `body` that name a type, in the order of the types: article, documentation,
/// forum, product, collection, listing, service.
pub(crate) const PAGE_TYPE_WORDS: [&[&str]; 7] = [
    &["article", "articles", "blog", "news", "post", "story", "stories", "artikel", "noticias", "single", "opinion"],
    &["doc", "docs", "documentation", "manual", "reference", "guide", "api", "wiki", "tutorial", "learn", "help"],
    list!("forum|forums|thread|threads|topic|questions|discussion|showthread|viewtopic|community|t"),
    &["product", "products", "item", "shop", "store", "dp", "produkt", "producto", "produit", "p", "buy"],
    &["collection", "collections", "category", "categories", "catalog", "c", "kategorie", "categoria", "shop", "range"],
    &["tag", "tags", "archive", "archives", "index", "search", "topics", "author", "directory", "list", "page"],
    list!("service|services|about|solutions|contact|pricing|platform|features|industries|leistungen"),
];
