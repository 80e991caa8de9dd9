//! The language of a text: by its script, and where many languages share one by its commonest words and letters.

/// How much text is looked at, in bytes.
const LOOKED_AT: usize = 4000;

/// How much of it for words, and the longest of [`WORDS`], in bytes.
const LOOKED_AT_FOR_WORDS: usize = 600;
const LONGEST_WORD: usize = 7;

/// Fewer letters than this tell nothing.
const FEWEST_LETTERS: usize = 30;

/// Fewer of its commonest words than this do not make a text of a language.
const FEWEST_WORDS: usize = 3;

/// Languages in Latin letters, and words that are common in each and in few others.
const WORDS: &[(&str, &str)] = &[
    ("en", "the|and|of|to|is|that|for|with|was|are|this|you"),
    ("de", "der|die|und|das|ist|nicht|von|mit|auch|sich|ein|den"),
    ("fr", "le|les|et|des|est|dans|une|pour|pas|que|sur|du"),
    ("es", "el|los|y|en|las|una|para|con|por|que|del|es"),
    ("it", "il|di|che|è|per|una|sono|con|non|della|gli|nel"),
    ("pt", "o|os|e|não|uma|para|com|em|do|da|mais|são"),
    ("ca", "els|i|amb|una|per|és|les|dels|què|més|aquest|al"),
    ("nl", "het|een|van|en|niet|voor|zijn|met|ook|aan|wordt|de"),
    ("sv", "och|att|är|som|för|inte|på|med|det|har|till|ett"),
    ("da", "og|at|er|ikke|til|af|det|på|som|har|blev|efter"),
    ("nb", "og|å|er|ikke|til|av|det|på|som|har|ble|etter"),
    ("fi", "ja|on|ei|että|se|oli|myös|kun|hän|mutta|ovat|tai"),
    ("pl", "i|w|nie|się|na|że|jest|do|z|oraz|który|są"),
    ("cs", "a|je|se|na|že|v|jsou|který|jako|pro|ale|není"),
    ("hu", "a|az|és|hogy|nem|egy|is|volt|meg|csak|vagy|mint"),
    ("ro", "și|în|este|nu|care|cu|sunt|pe|mai|din|pentru|să"),
    ("tr", "ve|bir|bu|için|ile|da|çok|olarak|daha|gibi|değil|olan"),
    ("id", "yang|dan|di|dengan|ini|untuk|dari|tidak|pada|adalah|itu|dalam"),
    ("vi", "và|của|là|có|không|được|cho|một|những|trong|người|các"),
];

/// What a script tells of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Han,
    Kana,
    /// Letters of one language, nearly.
    Of(&'static str),
}

/// The language of a text, as far as its words and letters tell.
pub(super) fn language(text: &str) -> Option<&'static str> {
    by_script(text).or_else(|| by_words(sample(text)))
}

/// The language of a text that most of all is not in Latin letters.
pub(super) fn by_script(text: &str) -> Option<&'static str> {
    let text = sample(text);
    // Other scripts take two bytes or more for each letter: most pages are told by this alone.
    if text.bytes().filter(|byte| !byte.is_ascii()).count() * 3 < text.len() {
        return None;
    }
    let mut counts: Vec<(Script, usize)> = Vec::new();
    let mut letters = 0;
    for script in text.chars().filter_map(script) {
        letters += 1;
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    let of = |wanted| counts.iter().find(|(script, _)| *script == wanted).map_or(0, |&(_, count)| count);
    let (han, kana) = (of(Script::Han), of(Script::Kana));
    if letters < FEWEST_LETTERS {
        return None;
    }
    // Latin words have several letters where Chinese and Japanese ones have one or two.
    if (han + kana) * 2 > letters {
        return Some(if kana * 10 > han + kana { "ja" } else { "zh" });
    }
    let &(script, _) = counts.iter().find(|(_, count)| count * 2 > letters)?;
    let has = |letters: &[char]| text.contains(letters);
    match script {
        Script::Of(language) => Some(language),
        Script::Cyrillic if has(&['ў', 'Ў']) => Some("be"),
        Script::Cyrillic if has(&['ї', 'є', 'і']) => Some("uk"),
        Script::Cyrillic if has(&['ј', 'њ', 'љ', 'ћ']) => Some("sr"),
        Script::Cyrillic if !has(&['ы', 'э']) && has(&['ъ']) => Some("bg"),
        Script::Cyrillic => Some("ru"),
        Script::Arabic if has(&['ہ', 'ے', 'ں', 'ٹ']) => Some("ur"),
        Script::Arabic if has(&['گ', 'چ', 'پ', 'ژ', 'ی']) => Some("fa"),
        Script::Arabic => Some("ar"),
        Script::Latin | Script::Han | Script::Kana => None,
    }
}

/// Whether a language, by its tag, is written in Latin letters.
pub(super) fn is_latin(tag: &str) -> bool {
    let (language, rest) = tag.split_once('-').unwrap_or((tag, ""));
    WORDS.iter().any(|&(known, _)| known == language) && !rest.contains("Cyrl") && !rest.contains("Arab")
}

/// A part of the text that is past the menus.
fn sample(text: &str) -> &str {
    let start = text.floor_char_boundary(if text.len() > LOOKED_AT * 2 { text.len() / 4 } else { 0 });
    let text = text.get(start..).unwrap_or_default();
    text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or_default()
}

/// The language whose commonest words a text has most of, if it has clearly more of them than of others.
fn by_words(text: &str) -> Option<&'static str> {
    let text = text.get(..text.floor_char_boundary(LOOKED_AT_FOR_WORDS)).unwrap_or(text).to_lowercase();
    let mut counts = [0; WORDS.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && word.len() <= LONGEST_WORD) {
        for (count, (_, words)) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(words.split('|').any(|known| known == word));
        }
    }
    let most = counts.iter().copied().max().filter(|&most| most >= FEWEST_WORDS)?;
    // Of neighbours like Danish and Norwegian none is told where they are even.
    let mut best = counts.iter().zip(WORDS).filter(|&(&count, _)| count * 8 > most * 7);
    let (_, &(language, _)) = best.next()?;
    best.next().is_none().then_some(language)
}

fn script(c: char) -> Option<Script> {
    if !c.is_alphabetic() {
        return None;
    }
    Some(match c {
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Script::Of("el"),
        '\u{400}'..='\u{52F}' => Script::Cyrillic,
        '\u{530}'..='\u{58F}' => Script::Of("hy"),
        '\u{590}'..='\u{5FF}' => Script::Of("he"),
        '\u{600}'..='\u{77F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => Script::Arabic,
        '\u{900}'..='\u{97F}' => Script::Of("hi"),
        '\u{980}'..='\u{9FF}' => Script::Of("bn"),
        '\u{A00}'..='\u{A7F}' => Script::Of("pa"),
        '\u{A80}'..='\u{AFF}' => Script::Of("gu"),
        '\u{B80}'..='\u{BFF}' => Script::Of("ta"),
        '\u{C00}'..='\u{C7F}' => Script::Of("te"),
        '\u{C80}'..='\u{CFF}' => Script::Of("kn"),
        '\u{D00}'..='\u{D7F}' => Script::Of("ml"),
        '\u{D80}'..='\u{DFF}' => Script::Of("si"),
        '\u{E00}'..='\u{E7F}' => Script::Of("th"),
        '\u{E80}'..='\u{EFF}' => Script::Of("lo"),
        '\u{1000}'..='\u{109F}' => Script::Of("my"),
        '\u{10A0}'..='\u{10FF}' => Script::Of("ka"),
        '\u{1200}'..='\u{137F}' => Script::Of("am"),
        '\u{1780}'..='\u{17FF}' => Script::Of("km"),
        '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7AF}' => Script::Of("ko"),
        '\u{3040}'..='\u{30FF}' => Script::Kana,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Script::Han,
        _ => Script::Latin,
    })
}
