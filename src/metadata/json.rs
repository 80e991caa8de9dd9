//! JSON that people and templates wrote: parsed, after mending what breaks it most.

use serde_json::Value;

use super::normalize::decoded;

/// The longest text that is read, in bytes.
const LONGEST: usize = 4 << 20;

/// The values in a script. There may be several, one after the other.
pub(super) fn parse(script: &str) -> Vec<Value> {
    let json = unwrapped(script);
    if json.len() > LONGEST {
        return Vec::new();
    }
    match serde_json::from_str(json) {
        Ok(value) => vec![value],
        Err(_) => {
            // Some templates escape scripts as if they were text.
            let is_escaped = json.contains("&quot;") && !json.contains('"');
            let mended = if is_escaped { mended(&decoded(json)) } else { mended(json) };
            let mut values = serde_json::Deserializer::from_str(&mended).into_iter();
            std::iter::from_fn(|| values.next().and_then(Result::ok)).take(50).collect()
        }
    }
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

/// Mends what templates break: raw line breaks and other controls in strings, wrong escapes, trailing commas.
fn mended(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut chars = json.chars();
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
            c if in_string && c.is_control() => out.push(' '),
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
