//! Languages: common words, direction of writing, order of numeric dates.

use super::list::list;

/// Languages in Latin letters, and words that are common in each and in few others.
pub(crate) const COMMON_WORDS: &[(&str, &[&str])] = &[
    ("en", list!("the|and|of|to|is|that|for|with|was|are|this|you")),
    ("de", list!("der|die|und|das|ist|nicht|von|mit|auch|sich|ein|den")),
    ("fr", list!("le|les|et|des|est|dans|une|pour|pas|que|sur|du")),
    ("es", list!("el|los|y|en|las|una|para|con|por|que|del|es")),
    ("it", list!("il|di|che|è|per|una|sono|con|non|della|gli|nel")),
    ("pt", list!("o|os|e|não|uma|para|com|em|do|da|mais|são")),
    ("ca", list!("els|i|amb|una|per|és|les|dels|què|més|aquest|al")),
    ("nl", list!("het|een|van|en|niet|voor|zijn|met|ook|aan|wordt|de")),
    ("sv", list!("och|att|är|som|för|inte|på|med|det|har|till|ett")),
    ("da", list!("og|at|er|ikke|til|af|det|på|som|har|blev|efter")),
    ("nb", list!("og|å|er|ikke|til|av|det|på|som|har|ble|etter")),
    ("fi", list!("ja|on|ei|että|se|oli|myös|kun|hän|mutta|ovat|tai")),
    ("pl", list!("i|w|nie|się|na|że|jest|do|z|oraz|który|są")),
    ("cs", list!("a|je|se|na|že|v|jsou|který|jako|pro|ale|není")),
    ("hu", list!("a|az|és|hogy|nem|egy|is|volt|meg|csak|vagy|mint")),
    ("ro", list!("și|în|este|nu|care|cu|sunt|pe|mai|din|pentru|să")),
    ("tr", list!("ve|bir|bu|için|ile|da|çok|olarak|daha|gibi|değil|olan")),
    ("id", list!("yang|dan|di|dengan|ini|untuk|dari|tidak|pada|adalah|itu|dalam")),
    ("vi", list!("và|của|là|có|không|được|cho|một|những|trong|người|các")),
];

/// The `meta` tags that give the page's language, the most trusted first.
pub(crate) const LANGUAGE_METAS: &[&str] = &["content-language", "dc.language", "dcterms.language", "og:locale"];

/// Languages written from right to left.
pub(crate) const RTL_LANGUAGES: &[&str] =
    &["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Ends of hosts whose English pages write the day first in numeric dates.
pub(crate) const DAY_FIRST_HOSTS: &[&str] = &[".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg", ".eu"];
