//! JavaScript's options as [`Options`]. What is wrong with them is told by name: `options.limits.bytes must be …`.

use js_sys::{Array, Object, Reflect};
use serde::de::value::{Error as Problem, MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;

use crate::{Error, ErrorKind, Options};

/// Reads the second argument of `extract`, which may be absent.
pub(super) fn read(options: &JsValue) -> Result<Options, Error> {
    if is_absent(options) {
        return Ok(Options::new());
    }
    let options = Setting { name: "options".to_owned(), value: options.clone() };
    Options::deserialize(options).map_err(|problem| Error::new(ErrorKind::InvalidInput, problem.to_string()))
}

/// As in JSON and in DOM APIs, what is null or undefined has its default.
fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// A value, and what to call it in messages.
///
/// serde-wasm-bindgen reads JavaScript's values too, but its messages name neither the option nor JavaScript's types.
struct Setting {
    name: String,
    value: JsValue,
}

impl Setting {
    fn must_be(&self, what: &str) -> Problem {
        Problem::custom(format!("{} must be {what}", self.name))
    }
}

impl<'de> Deserializer<'de> for Setting {
    type Error = Problem;

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_bool(self.value.as_bool().ok_or_else(|| self.must_be("true or false"))?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_string(self.value.as_string().ok_or_else(|| self.must_be("a string"))?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let whole = self.value.as_f64().filter(|&number| number >= 0.0 && number.trunc() == number);
        let number = whole.ok_or_else(|| self.must_be("a whole number, 0 or more"))?;
        // More than an address can count, `Infinity` among it, is no limit.
        visitor.visit_u64((number as u64).min(usize::MAX as u64))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let known = self.value.as_string().filter(|name| variants.contains(&name.as_str()));
        let name = known.ok_or_else(|| self.must_be(&format!("one of {}", variants.join(", "))))?;
        visitor.visit_enum(name.into_deserializer())
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let list = self.value.dyn_ref::<Array>().ok_or_else(|| self.must_be("a list"))?;
        let item = |(place, value)| Setting { name: format!("{}[{place}]", self.name), value };
        visitor.visit_seq(SeqDeserializer::new(list.iter().enumerate().map(item)))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let object = self.value.dyn_ref::<Object>().ok_or_else(|| self.must_be("an object"))?;
        let setting = |key: JsValue| {
            let (name, value) = (key.as_string()?, Reflect::get(object, &key).ok()?);
            (!is_absent(&value)).then(|| (name.clone(), Setting { name: format!("{}.{name}", self.name), value }))
        };
        visitor.visit_map(MapDeserializer::new(Object::keys(object).iter().filter_map(setting)))
    }

    /// What is no option of ours.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 f32 f64 char str bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct map
        identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Problem> for Setting {
    type Deserializer = Setting;

    fn into_deserializer(self) -> Setting {
        self
    }
}
