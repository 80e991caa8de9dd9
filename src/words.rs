//! Counting words in any script.

/// What a stretch of text holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Words: runs of letters and digits; in scripts that write without spaces, each character.
    pub words: u32,
    /// Of these, characters of scripts that write without spaces.
    pub ideographs: u32,
    /// Marks that end a sentence: `.` `!` `?` `…` and those of other scripts, where something follows a word.
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

/// How many bits each count has in a word of counts, and how many characters it has room for.
const BITS: u32 = 10;
const MAX_STEPS: u32 = (1 << BITS) - 1;

/// Where each count begins in a word of counts.
const WORDS: u32 = 0;
const STOPS: u32 = BITS;
const COMMAS: u32 = 2 * BITS;
const DIGITS: u32 = 3 * BITS;
const LETTERS: u32 = 4 * BITS;
const CAPITALS: u32 = 5 * BITS;

/// Set where a word goes on after the character.
const IN_WORD: u64 = 1 << 63;

/// What each ASCII character adds to all counts at once: first outside words, then, from 128, in one.
#[expect(clippy::indexing_slicing, reason = "computed when compiling")]
const STEPS: [u64; 256] = {
    let mut steps = [0; 256];
    let mut at = 0;
    while at < 256 {
        let is_in_word = at >= 128;
        let letter = if is_in_word { 1 << LETTERS } else { 1 << LETTERS | 1 << WORDS };
        steps[at] = match (at % 128) as u8 {
            b'0'..=b'9' => letter | 1 << DIGITS | IN_WORD,
            b'A'..=b'Z' => letter | 1 << CAPITALS | IN_WORD,
            b'a'..=b'z' => letter | IN_WORD,
            b'.' | b'!' | b'?' if is_in_word => 1 << STOPS,
            b',' | b';' | b':' => 1 << COMMAS,
            // "don't" and "well-known" are one word each.
            b'\'' | b'-' if is_in_word => IN_WORD,
            _ => 0,
        };
        at += 1;
    }
    steps
};

impl Count {
    /// Counts one run of text, which is taken to start and end between words.
    pub fn of(text: &str) -> Count {
        let mut count = Count::default();
        let (mut sums, mut steps, mut state) = (0, 0, 0);
        for c in text.chars() {
            if c.is_ascii() {
                let at = (state >> 63) as usize * 128 + c as usize % 128;
                state = STEPS.get(at).copied().unwrap_or(0);
                sums += state & !IN_WORD;
                steps += 1;
                if steps == MAX_STEPS {
                    count.add(sums);
                    (sums, steps) = (0, 0);
                }
            } else {
                let mut in_word = state & IN_WORD != 0;
                count.other(c, &mut in_word);
                state = if in_word { IN_WORD } else { 0 };
            }
        }
        count.add(sums);
        count
    }

    /// Adds a word of counts.
    fn add(&mut self, sums: u64) {
        let of = |place: u32| (sums >> place) as u32 & MAX_STEPS;
        self.words += of(WORDS);
        self.stops += of(STOPS);
        self.commas += of(COMMAS);
        self.digits += of(DIGITS);
        self.letters += of(LETTERS);
        self.capitals += of(CAPITALS);
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

/// What is read silently in a minute: the mean ± one standard deviation, from Brysbaert, "How many words do we read per
/// minute?" (2019) for alphabets (238 ± 51 words), and Trauzettel-Klosinski and Dietz, "Standardized assessment of reading
/// performance" (2012) for Chinese and Japanese (about 300 ± 50 characters).
const MIN_WORDS: f64 = 187.0;
const MAX_WORDS: f64 = 289.0;
const MIN_CHARACTERS: f64 = 250.0;
const MAX_CHARACTERS: f64 = 350.0;

/// Reading time of a text of that many words.
pub fn reading_minutes(count: Count) -> ReadingMinutes {
    let spaced = f64::from(count.words - count.ideographs);
    let ideographs = f64::from(count.ideographs);
    let minutes = |words: f64, characters: f64| (spaced / words + ideographs / characters).ceil().max(1.0) as u32;
    ReadingMinutes { min: minutes(MAX_WORDS, MAX_CHARACTERS), max: minutes(MIN_WORDS, MIN_CHARACTERS) }
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
    fn long_texts_are_counted_whole() {
        let count = Count::of(&"Two words, é 7. ".repeat(1000));
        let Count { words, ideographs, stops, commas, digits, letters, capitals } = count;
        assert_eq!((words, ideographs, stops, commas), (4000, 0, 1000, 1000));
        assert_eq!((digits, letters, capitals), (1000, 10_000, 1000));
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
