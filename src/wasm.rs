//! The boundary to JavaScript: three functions. Their types are in `wasm.d.ts`; those of the options and the article are
//! derived from the Rust types.

mod live_page;
mod options;

use js_sys::Error as JsError;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::{Error, Options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// See `wasm.d.ts`.
#[wasm_bindgen(skip_typescript)]
pub fn extract(source: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let (html, options) = read(source, options).map_err(to_js)?;
    let article = crate::extract(&html, &options).map_err(to_js)?;
    // Plain objects with null, as JSON has them: they survive postMessage and look the same everywhere.
    Ok(article.serialize(&Serializer::json_compatible())?)
}

/// See `wasm.d.ts`.
#[wasm_bindgen(js_name = isReadable, skip_typescript)]
pub fn is_readable(source: &JsValue, options: &JsValue) -> Result<bool, JsValue> {
    let (html, options) = read(source, options).map_err(to_js)?;
    Ok(crate::is_readable(&html, &options))
}

/// See `wasm.d.ts`.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_string()
}

/// The page's HTML and how to read it. A live page has an address, unless the options give another.
fn read(source: &JsValue, options: &JsValue) -> Result<(String, Options), Error> {
    let mut options = options::read(options)?;
    if let Some(html) = source.as_string() {
        return Ok((html, options));
    }
    let page = live_page::read(source)?;
    options.url = options.url.or(page.url);
    Ok((page.html, options))
}

fn to_js(error: Error) -> JsValue {
    let js = JsError::new(&error.to_string());
    js.set_name(error.kind().as_str());
    js.into()
}
