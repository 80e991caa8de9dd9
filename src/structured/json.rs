//! JSON that people and templates wrote: parsed, after repairing what breaks it most.

use serde_json::{Map, Value};

use super::entities::decode_entities;

pub(crate) type Object = Map<String, Value>;

/// The longest script that is read, in bytes. Chosen by hand: ten times the longest of the corpora's pages.
const MAX_SCRIPT: usize = 4 << 20;

/// The most values of one script: templates write two or three, one after the other.
const MAX_VALUES: usize = 50;

/// The values in a script. There may be several, one after the other.
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
            std::iter::from_fn(|| values.next().and_then(Result::ok)).take(MAX_VALUES).collect()
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
    fn what_templates_break_is_repaired() {
        let check = |json: &str| assert_eq!(parse(json), [serde_json::json!({"a": "b\nc/d", "e": 5})], "{json}");
        check("{\"a\": \"b\nc/d\", \"e\": 5,}");
        check("{\"a\": \"b\\nc\\/d\", // a note\n \"e\": 5 // another\n}");
        check("<!-- {\"a\": \"b\\nc/d\", \"e\": 5}; -->");
        check("{&quot;a&quot;: &quot;b\\nc/d&quot;, &quot;e&quot;: 5}");
    }
}
