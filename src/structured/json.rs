//! JSON that people and templates wrote: parsed, after repairing what breaks it most.

use serde_json::{Map, Value};

use super::entities::decode_entities;

pub(crate) type Object = Map<String, Value>;

/// The longest script that is read, in bytes. Chosen by hand: ten times the longest of the corpora's pages.
const MAX_SCRIPT: usize = 4 << 20;

/// The most values of one script: templates write two or three, one after the other.
const MAX_VALUES: usize = 50;

/// The most strings that are read of what cannot be repaired. No page of the corpora has a tenth of it.
const MAX_STRINGS: usize = 5000;

/// The values in a script. There may be several, one after the other; the strings of what cannot be repaired follow, each
/// in an object with its key and nothing else.
pub(super) fn parse(script: &str) -> Vec<Value> {
    let json = unwrapped(script);
    if json.len() > MAX_SCRIPT {
        return Vec::new();
    }
    match serde_json::from_str(json) {
        Ok(value) => vec![value],
        Err(_) => {
            // Some templates escape scripts as if they were text.
            let is_escaped = json.contains("&quot;") && !json.contains('"');
            let repaired = if is_escaped { repaired(&decode_entities(json)) } else { repaired(json) };
            let mut values = serde_json::Deserializer::from_str(&repaired).into_iter();
            let mut read: Vec<Value> =
                std::iter::from_fn(|| values.next().and_then(Result::ok)).take(MAX_VALUES).collect();
            let rest = repaired.get(values.byte_offset()..).unwrap_or_default();
            read.extend(keyed_strings(rest).take(MAX_STRINGS).map(|(key, text)| Value::from_iter([(key, text)])));
            read
        }
    }
}

/// Every object in a value, outer ones before those in them.
pub(crate) fn objects(value: &Value) -> impl Iterator<Item = &Object> {
    let mut stack = vec![value];
    std::iter::from_fn(move || {
        loop {
            match stack.pop()? {
                Value::Array(list) => stack.extend(list.iter().rev()),
                Value::Object(object) => {
                    stack.extend(object.values().rev());
                    return Some(object);
                }
                _ => {}
            }
        }
    })
}

/// Every string in a value that has that key.
pub(crate) fn strings<'v>(value: &'v Value, key: &'v str) -> impl Iterator<Item = &'v str> {
    objects(value).filter_map(move |object| object.get(key)?.as_str())
}

/// The JSON inside the comments and CDATA marks that old templates put around scripts.
fn unwrapped(script: &str) -> &str {
    const BEFORE: &[&str] = &["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "\u{FEFF}"];
    const AFTER: &[&str] = &["-->", "//]]>", "/*]]>*/", "]]>", ";", "//"];
    let mut json = script.trim();
    while let Some(inner) = BEFORE.iter().find_map(|mark| json.strip_prefix(mark)) {
        json = inner.trim_start();
    }
    while let Some(inner) = AFTER.iter().find_map(|mark| json.strip_suffix(mark)) {
        json = inner.trim_end();
    }
    json
}

/// Repairs what templates break: raw line breaks and other controls in strings, wrong escapes, comments, trailing
/// commas.
fn repaired(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut chars = json.chars().peekable();
    let mut in_string = false;
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                in_string = !in_string;
                out.push('"');
            }
            '\\' if in_string => match chars.next() {
                Some(next @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => out.extend(['\\', next]),
                Some(next) => out.push(next),
                None => {}
            },
            '\n' if in_string => out.push_str("\\n"),
            c if in_string && c.is_control() => out.push(' '),
            '/' if !in_string && chars.peek() == Some(&'/') => {
                chars.by_ref().find(|&c| c == '\n');
            }
            ']' | '}' if !in_string => {
                let end = out.trim_end().len();
                if out.get(..end).is_some_and(|before| before.ends_with(',')) {
                    out.truncate(end - 1);
                }
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// The strings that have a key in JSON that cannot be parsed, with their keys.
fn keyed_strings(json: &str) -> impl Iterator<Item = (&str, String)> {
    let mut rest = json;
    std::iter::from_fn(move || {
        loop {
            let (_, inside) = rest.split_once('"')?;
            let (key, after) = inside.split_once('"')?;
            rest = inside;
            let value = after.trim_start().strip_prefix(':').and_then(|value| value.trim_start().strip_prefix('"'));
            if let Some(value) = value {
                let (text, after) = string(value)?;
                rest = after;
                return Some((key, text));
            }
        }
    })
}

/// The string that goes on here, with the quotes that lack a backslash, and what follows it.
fn string(json: &str) -> Option<(String, &str)> {
    let mut literal = String::from('"');
    let mut chars = json.char_indices();
    while let Some((at, c)) = chars.next() {
        let after = json.get(at + 1..).filter(|_| c == '"');
        match after {
            Some(after) if ends_value(after) => {
                literal.push('"');
                return Some((serde_json::from_str(&repaired(&literal)).unwrap_or_default(), after));
            }
            Some(_) => literal.push_str("\\\""),
            None => literal.push(c),
        }
        if c == '\\' {
            literal.extend(chars.next().map(|(_, escaped)| escaped));
        }
    }
    None
}

/// Whether a member of an object has ended before this: another follows, or the object's end.
fn ends_value(after: &str) -> bool {
    let after = after.trim_start();
    after.is_empty()
        || after.starts_with('}')
        || after.strip_prefix(',').is_some_and(|next| next.trim_start().starts_with(['"', '}']))
}

#[cfg(test)]
mod tests {
    use super::{parse, strings};

    #[test]
    fn strings_of_a_key() {
        let values = parse(r#"{"text": "one \"two\"", "n": [{"text":"three"}, {"text": 5}]} {"text":"four"}"#);
        let found: Vec<&str> = values.iter().flat_map(|value| strings(value, "text")).collect();
        assert_eq!(found, [r#"one "two""#, "three", "four"]);
    }

    #[test]
    fn strings_are_read_of_what_cannot_be_repaired() {
        let json = r#"{"@type": "Article", "name": "One "two", and \u0033", "n": [1,, 2], "text" : "four
five", "description": "cut"#;
        let values = parse(json);
        let found = |key| values.iter().flat_map(|value| strings(value, key)).collect::<Vec<_>>().join("|");
        assert_eq!(found("@type"), "Article");
        assert_eq!(found("name"), "One \"two\", and 3");
        assert_eq!(found("text"), "four\nfive");
        assert_eq!(found("description"), "");
    }

    #[test]
    fn what_templates_break_is_repaired() {
        let check = |json: &str| assert_eq!(parse(json), [serde_json::json!({"a": "b\nc/d", "e": 5})], "{json}");
        check("{\"a\": \"b\nc/d\", \"e\": 5,}");
        check("{\"a\": \"b\\nc\\/d\", // a note\n \"e\": 5 // another\n}");
        check("<!-- {\"a\": \"b\\nc/d\", \"e\": 5}; -->");
        check("{&quot;a&quot;: &quot;b\\nc/d&quot;, &quot;e&quot;: 5}");
    }
}
