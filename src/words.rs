//! Counting words in any script.

/// What a stretch of text holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Words: runs of letters and digits; in scripts that write without spaces, each character.
    pub words: u32,
    /// Of these, characters of scripts that write without spaces.
    pub ideographs: u32,
    /// Marks that end a sentence: `.` `!` `?` `…` and their kin in other scripts, where something follows a word.
    pub stops: u32,
    /// Commas, semicolons and colons of any script.
    pub commas: u32,
    /// Digits.
    pub digits: u32,
    /// Letters and digits in all.
    pub letters: u32,
    /// Upper-case letters.
    pub capitals: u32,
}

/// What each ASCII character is.
#[expect(clippy::indexing_slicing, reason = "computed when compiling")]
const KINDS: [u8; 128] = {
    let mut kinds = [0; 128];
    let mut c = 0;
    while c < 128 {
        kinds[c as usize] = match c {
            b'0'..=b'9' => ALPHANUMERIC | DIGIT,
            b'A'..=b'Z' => ALPHANUMERIC | CAPITAL,
            b'a'..=b'z' => ALPHANUMERIC,
            b'.' | b'!' | b'?' => STOP,
            b',' | b';' | b':' => COMMA,
            // "don't" and "well-known" are one word each.
            b'\'' | b'-' => JOINER,
            _ => 0,
        };
        c += 1;
    }
    kinds
};

const ALPHANUMERIC: u8 = 1;
const DIGIT: u8 = 2;
const CAPITAL: u8 = 4;
const STOP: u8 = 8;
const COMMA: u8 = 16;
const JOINER: u8 = 32;

impl Count {
    /// Counts one run of text, which is taken to start and end between words.
    pub fn of(text: &str) -> Count {
        let mut count = Count::default();
        let mut in_word = false;
        for c in text.chars() {
            if c.is_ascii() {
                count.ascii(c as u8, &mut in_word);
            } else {
                count.other(c, &mut in_word);
            }
        }
        count
    }

    fn ascii(&mut self, c: u8, in_word: &mut bool) {
        let kind = KINDS.get(usize::from(c)).copied().unwrap_or(0);
        let is = |bit: u8| u32::from(kind & bit != 0);
        if kind & ALPHANUMERIC != 0 {
            self.words += u32::from(!*in_word);
            self.letters += 1;
            self.digits += is(DIGIT);
            self.capitals += is(CAPITAL);
            *in_word = true;
        } else if kind & JOINER == 0 || !*in_word {
            self.stops += is(STOP) & u32::from(*in_word);
            self.commas += is(COMMA);
            *in_word = false;
        }
    }

    fn other(&mut self, c: char, in_word: &mut bool) {
        if is_ideograph(c) {
            self.words += 1;
            self.ideographs += 1;
            self.letters += 1;
            *in_word = false;
        } else if c.is_alphanumeric() {
            self.words += u32::from(!*in_word);
            self.letters += 1;
            self.capitals += u32::from(c.is_uppercase());
            *in_word = true;
        } else {
            match c {
                '。' | '！' | '？' | '…' | '؟' | '۔' | '।' | '॥' | '։' | '።' | '។' | '．' => {
                    self.stops += 1
                }
                '、' | '，' | '；' | '：' | '،' | '؛' | '՝' => self.commas += 1,
                // Marks and joiners inside words: vowel signs, soft hyphens, apostrophes.
                '\u{AD}' | '\u{200C}' | '\u{200D}' | '’' => return,
                _ if is_mark(c) => return,
                _ => {}
            }
            *in_word = false;
        }
    }

    /// Both counts together.
    pub fn plus(self, other: Count) -> Count {
        Count {
            words: self.words + other.words,
            ideographs: self.ideographs + other.ideographs,
            stops: self.stops + other.stops,
            commas: self.commas + other.commas,
            digits: self.digits + other.digits,
            letters: self.letters + other.letters,
            capitals: self.capitals + other.capitals,
        }
    }
}

/// The letters and digits of a text in lower case: texts that differ in signs and spaces alone are the same.
pub fn normalized_key(text: &str) -> String {
    let mut normalized_key = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                normalized_key.push(c.to_ascii_lowercase());
            }
        } else if c.is_alphanumeric() {
            normalized_key.extend(c.to_lowercase());
        }
    }
    normalized_key
}

/// Han, kana, Thai, Lao, Khmer and Myanmar letters: scripts that write words without spaces between them.
fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' | '\u{0E01}'..='\u{0E30}' | '\u{0E81}'..='\u{0EB0}' | '\u{1780}'..='\u{17B3}'
        | '\u{1000}'..='\u{102A}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{0670}'
        | '\u{0900}'..='\u{0DFF}' | '\u{0E31}'..='\u{0E4E}' | '\u{0EB1}'..='\u{0ECE}' | '\u{102B}'..='\u{103E}'
        | '\u{17B4}'..='\u{17D3}')
}

/// How long reading takes, in whole minutes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct ReadingMinutes {
    /// For a fast reader.
    pub min: u32,
    /// For a slow one.
    pub max: u32,
}

/// Reading time of a text of that many words.
///
/// Speeds are the mean ± one standard deviation of silent reading, from Brysbaert, "How many words do we read per
/// minute?" (2019) for alphabets (238 ± 51 words), and Trauzettel-Klosinski and Dietz, "Standardized assessment
/// of reading performance" (2012) for Chinese and Japanese (about 300 ± 50 characters).
pub fn reading_minutes(count: Count) -> ReadingMinutes {
    let spaced = f64::from(count.words - count.ideographs);
    let ideographs = f64::from(count.ideographs);
    let minutes = |words: f64, characters: f64| (spaced / words + ideographs / characters).ceil().max(1.0) as u32;
    ReadingMinutes { min: minutes(289.0, 350.0), max: minutes(187.0, 250.0) }
}

#[cfg(test)]
mod tests {
    use super::{Count, reading_minutes};

    #[track_caller]
    fn check(text: &str, words: u32, stops: u32) {
        let count = Count::of(text);
        assert_eq!((count.words, count.stops), (words, stops), "{text}");
    }

    #[test]
    fn words_and_sentences() {
        check("", 0, 0);
        check("  \n", 0, 0);
        check("Don't stop. Well-known!", 3, 2);
        check("in 2024, 3.5 %", 4, 1);
        check("日本語です。", 5, 1);
        check("新しい iPhone を", 5, 0);
        check("Привет, мир!", 2, 1);
        check("مرحبا بالعالم؟", 2, 1);
        check("हिन्दी में लिखा।", 3, 1);
        check("한국어 문장.", 2, 1);
        check("soft\u{AD}hyphen", 1, 0);
        check("é e\u{301}t", 2, 0);
    }

    #[test]
    fn reading_time_is_a_range() {
        let time = reading_minutes(Count { words: 1000, ..Count::default() });
        assert_eq!((time.min, time.max), (4, 6));
        let time = reading_minutes(Count::of(&"字".repeat(1000)));
        assert_eq!((time.min, time.max), (3, 4));
        assert_eq!(reading_minutes(Count::default()).min, 1);
    }
}
