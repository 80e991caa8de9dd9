//! The public enums whose values have a name: one list gives the variants, their names, and the conversions between both.

/// Declares an enum whose variants have the same name in JSON, in JavaScript and on the command line. What a value of it
/// is called in messages stands after the enum's name.
macro_rules! named_enum {
    (
        $(#[$attribute:meta])*
        pub enum $type:ident($what:literal) { $($(#[$variant_attribute:meta])* $variant:ident = $name:literal,)+ }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[non_exhaustive]
        pub enum $type {
            $($(#[$variant_attribute])* #[serde(rename = $name)] $variant,)+
        }

        impl $type {
            /// All values.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            /// The name, as JSON and JavaScript have it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)+
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::Error;

            /// Reads the name, exactly as [`as_str`](Self::as_str) gives it.
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                let named = Self::ALL.iter().copied().find(|value| value.as_str() == name);
                named.ok_or_else(|| $crate::Error::unknown_name($what, name, &[$($name),+]))
            }
        }
    };
}

pub(crate) use named_enum;
