//! The language of a text: by its script, and where languages share one by common words and letters.

use crate::lexicon::languages::COMMON_WORDS;

/// How much text is read for its script, in bytes. Chosen by hand.
const MAX_SAMPLE: usize = 4000;

/// How much of it is read for its words, in bytes. Chosen by hand: enough for [`MIN_COMMON_WORDS`] of any language.
const MAX_WORD_SAMPLE: usize = 600;

/// The longest of the common words, in bytes.
const MAX_WORD: usize = 7;

/// Fewer letters than this do not show a script. Chosen by hand.
const MIN_LETTERS: usize = 30;

/// Fewer common words of a language than this do not show it. Chosen by hand.
const MIN_COMMON_WORDS: usize = 3;

/// A text of at least this share of bytes beyond ASCII may be in another script than Latin: letters of others take two
/// bytes or more, and no language in Latin letters has as many with accents.
const MIN_OTHER_BYTES: f32 = 1.0 / 3.0;

/// The share of letters above which a text is in their script: more than all other scripts together have.
const MIN_SCRIPT: f32 = 0.5;

/// The share of kana above which Chinese characters are Japanese: Chinese texts have some in names only.
const MIN_KANA: f32 = 0.1;

/// The share of the common words of the language with most of them above which another is nearly even with it: of
/// neighbours like Danish and Norwegian neither is given then.
const MIN_EVEN: f32 = 0.875;

/// The part of a long text before the sample: menus stand there.
const SKIPPED_PARTS: usize = 4;

/// The scripts, as far as they tell languages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Han,
    Kana,
    /// A script that is nearly of one language.
    Of(&'static str),
}

/// The language of a text, if its script or its words show it.
pub(super) fn language(text: &str) -> Option<&'static str> {
    by_script(text).or_else(|| by_words(sample(text)))
}

/// The language of a text that is mostly not in Latin letters.
pub(super) fn by_script(text: &str) -> Option<&'static str> {
    let text = sample(text);
    // This decides for most pages.
    if share(text.bytes().filter(|byte| !byte.is_ascii()).count(), text.len()) < MIN_OTHER_BYTES {
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
    if letters < MIN_LETTERS {
        return None;
    }
    // Latin words have several letters where Chinese and Japanese ones have one or two.
    if share(han + kana, letters) > MIN_SCRIPT {
        return Some(if share(kana, han + kana) > MIN_KANA { "ja" } else { "zh" });
    }
    let &(script, _) = counts.iter().find(|&&(_, count)| share(count, letters) > MIN_SCRIPT)?;
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
    COMMON_WORDS.iter().any(|&(known, _)| known == language) && !rest.contains("Cyrl") && !rest.contains("Arab")
}

/// A part of the text after the menus.
fn sample(text: &str) -> &str {
    let start = text.floor_char_boundary(if text.len() > MAX_SAMPLE * 2 { text.len() / SKIPPED_PARTS } else { 0 });
    let text = text.get(start..).unwrap_or_default();
    text.get(..text.floor_char_boundary(MAX_SAMPLE)).unwrap_or_default()
}

/// The language whose common words a text has most of, if it has clearly more of them than of others.
fn by_words(text: &str) -> Option<&'static str> {
    let text = text.get(..text.floor_char_boundary(MAX_WORD_SAMPLE)).unwrap_or(text).to_lowercase();
    let mut counts = [0; COMMON_WORDS.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && word.len() <= MAX_WORD) {
        for (count, (_, words)) in counts.iter_mut().zip(COMMON_WORDS) {
            *count += usize::from(words.contains(&word));
        }
    }
    let most = counts.iter().copied().max().filter(|&most| most >= MIN_COMMON_WORDS)?;
    let mut best = counts.iter().zip(COMMON_WORDS).filter(|&(&count, _)| share(count, most) > MIN_EVEN);
    let (_, &(language, _)) = best.next()?;
    best.next().is_none().then_some(language)
}

fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
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
