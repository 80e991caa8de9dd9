//! The boundary to JavaScript: three functions. Types are in `wasm.d.ts`.

use js_sys::{Array, Error as JsError, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::{Error, ErrorKind, Formats, Options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// See `wasm.d.ts`.
#[wasm_bindgen(skip_typescript)]
pub fn extract(html: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let options = read_options(&options)?;
    let article = crate::extract(html, &options).map_err(to_js)?;
    // Plain objects with null, as JSON has them: they survive postMessage and look the same everywhere.
    Ok(article.serialize(&Serializer::json_compatible())?)
}

/// See `wasm.d.ts`.
#[wasm_bindgen(js_name = isReadable, skip_typescript)]
pub fn is_readable(html: &str, options: JsValue) -> Result<bool, JsValue> {
    Ok(crate::is_readable(html, &read_options(&options)?))
}

/// See `wasm.d.ts`.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_string()
}

fn read_options(options: &JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    let field = |name: &str| {
        let value = Reflect::get(options, &JsValue::from_str(name));
        value.map_err(|_| invalid("options must be an object such as { url: 'https://example.com/page' }"))
    };
    let url = field("url")?;
    let url = match url.as_string() {
        None if !url.is_undefined() && !url.is_null() => return Err(invalid("options.url must be a string")),
        url => url,
    };
    // What is not said is kept.
    let keeps = |name| field(name).map(|value| value.is_undefined() || value.is_null() || value.is_truthy());
    Ok(Options {
        url,
        whole_page: field("wholePage")?.is_truthy(),
        images: keeps("images")?,
        links: keeps("links")?,
        embeds: keeps("embeds")?,
        formats: read_formats(&field("formats")?)?,
        ..Options::default()
    })
}

fn read_formats(names: &JsValue) -> Result<Formats, JsValue> {
    if names.is_undefined() || names.is_null() {
        return Ok(Formats::ALL);
    }
    let unknown = || invalid("options.formats must be a list of 'html', 'text' and 'markdown', as many as you need");
    let mut formats = Formats::NONE;
    for name in names.dyn_ref::<Array>().ok_or_else(unknown)?.iter() {
        match name.as_string().as_deref() {
            Some("html") => formats.html = true,
            Some("text") => formats.text = true,
            Some("markdown") => formats.markdown = true,
            _ => return Err(unknown()),
        }
    }
    Ok(formats)
}

fn invalid(message: &str) -> JsValue {
    to_js(Error::new(ErrorKind::InvalidInput, message))
}

fn to_js(error: Error) -> JsValue {
    let js = JsError::new(&error.to_string());
    js.set_name(error.kind().name());
    js.into()
}
