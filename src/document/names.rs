//! The element and attribute names the core knows. Others are kept as [`Tag::Other`] or left out.

/// Declares a closed set of names as an enum with its two conversions.
macro_rules! names {
    ($(#[$doc:meta])* $enum:ident { $($variant:ident = $name:literal,)* } else { $($(#[$other_doc:meta])* $other:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs)] // A variant is the name beside it.
        pub enum $enum { $($variant,)* $($(#[$other_doc])* $other,)* }

        impl $enum {
            /// The name as HTML writes it; empty for what has none.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* $(Self::$other => "",)* }
            }

            /// The known name that `name` (in lower case) is.
            pub fn known(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

names! {
    /// An element's name, or that a node is text.
    Tag {
        A = "a", Abbr = "abbr", Address = "address", Area = "area", Article = "article", Aside = "aside",
        Audio = "audio", B = "b", Base = "base", Bdi = "bdi", Bdo = "bdo", Big = "big", Blockquote = "blockquote",
        Body = "body", Br = "br", Button = "button", Canvas = "canvas", Caption = "caption", Center = "center",
        Cite = "cite", Code = "code", Col = "col", Colgroup = "colgroup", Data = "data", Datalist = "datalist",
        Dd = "dd", Del = "del", Details = "details", Dfn = "dfn", Dialog = "dialog", Dir = "dir", Div = "div",
        Dl = "dl", Dt = "dt", Em = "em", Embed = "embed", Fieldset = "fieldset", Figcaption = "figcaption",
        Figure = "figure", Font = "font", Footer = "footer", Form = "form", Frame = "frame", Frameset = "frameset",
        H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", Head = "head", Header = "header",
        Hgroup = "hgroup", Hr = "hr", Html = "html", I = "i", Iframe = "iframe", Img = "img", Input = "input",
        Ins = "ins", Kbd = "kbd", Label = "label", Legend = "legend", Li = "li", Link = "link", Main = "main",
        Map = "map", Mark = "mark", Marquee = "marquee", Menu = "menu", Meta = "meta", Meter = "meter", Nav = "nav",
        Nobr = "nobr", Noembed = "noembed", Noframes = "noframes", Noscript = "noscript", Object = "object",
        Ol = "ol", Optgroup = "optgroup", Option = "option", Output = "output", P = "p", Param = "param",
        Picture = "picture", Plaintext = "plaintext", Pre = "pre", Progress = "progress", Q = "q", Rp = "rp",
        Rt = "rt", Ruby = "ruby", S = "s", Samp = "samp", Script = "script", Search = "search", Section = "section",
        Select = "select", Slot = "slot", Small = "small", Source = "source", Span = "span", Strike = "strike",
        Strong = "strong", Style = "style", Sub = "sub", Summary = "summary", Sup = "sup", Svg = "svg",
        Table = "table", Tbody = "tbody", Td = "td", Template = "template", Textarea = "textarea", Tfoot = "tfoot",
        Th = "th", Thead = "thead", Time = "time", Title = "title", Tr = "tr", Track = "track", Tt = "tt", U = "u",
        Ul = "ul", Var = "var", Video = "video", Wbr = "wbr", Xmp = "xmp",
        AmpImg = "amp-img", AmpVideo = "amp-video",
        Math = "math", Semantics = "semantics", Annotation = "annotation", AnnotationXml = "annotation-xml",
        Merror = "merror", Mfrac = "mfrac", Mi = "mi", Mmultiscripts = "mmultiscripts", Mn = "mn", Mo = "mo",
        Mover = "mover", Mpadded = "mpadded", Mphantom = "mphantom", Mprescripts = "mprescripts", Mroot = "mroot",
        Mrow = "mrow", Ms = "ms", Mspace = "mspace", Msqrt = "msqrt", Mstyle = "mstyle", Msub = "msub",
        Msubsup = "msubsup", Msup = "msup", Mtable = "mtable", Mtd = "mtd", Mtext = "mtext", Mtr = "mtr",
        Munder = "munder", Munderover = "munderover",
    } else {
        /// A custom element (its name has a hyphen): most are containers, so it counts as block-level.
        Custom,
        /// An element of another unknown name: inline, as browsers show it.
        Other,
        /// Not an element: a run of text.
        Text,
    }
}

names! {
    /// An attribute's name. Attributes not listed here are not kept.
    Attr {
        AriaHidden = "aria-hidden", AriaLabel = "aria-label", Alt = "alt", Alttext = "alttext", Charset = "charset",
        Checked = "checked", Cite = "cite", Class = "class", Color = "color", Colspan = "colspan",
        Content = "content", Datetime = "datetime", Dir = "dir", Display = "display", Encoding = "encoding",
        Headers = "headers", Height = "height", Hidden = "hidden", Href = "href", HttpEquiv = "http-equiv",
        Id = "id", Itemid = "itemid", Itemprop = "itemprop", Itemref = "itemref", Itemscope = "itemscope",
        Itemtype = "itemtype", Lang = "lang", Mathvariant = "mathvariant", Media = "media", Name = "name",
        Open = "open", Poster = "poster", Property = "property", Rel = "rel", Reversed = "reversed", Role = "role",
        Rowspan = "rowspan", Scope = "scope", Shadowrootmode = "shadowrootmode", Sizes = "sizes", Slot = "slot",
        Src = "src", Srcset = "srcset", Start = "start", Style = "style", Title = "title", Type = "type",
        Value = "value", Width = "width",
        DataDate = "data-date", DataFullSrc = "data-full-src", DataHiResSrc = "data-hi-res-src",
        DataHref = "data-href", DataImage = "data-image", DataLang = "data-lang", DataLanguage = "data-language",
        DataLazy = "data-lazy", DataLazySrc = "data-lazy-src", DataLazySrcset = "data-lazy-srcset",
        DataOriginal = "data-original", DataOriginalSrc = "data-original-src", DataOriginalSet = "data-original-set",
        DataSrc = "data-src", DataSrcset = "data-srcset", DataTestid = "data-testid", DataUrl = "data-url",
    } else {}
}

impl Tag {
    /// Whether this is `h1` to `h6`, and which.
    pub fn heading_level(self) -> Option<u8> {
        match self {
            Tag::H1 => Some(1),
            Tag::H2 => Some(2),
            Tag::H3 => Some(3),
            Tag::H4 => Some(4),
            Tag::H5 => Some(5),
            Tag::H6 => Some(6),
            _ => None,
        }
    }

    /// Whether a line breaks before and after it, by the user agent style sheet of the HTML standard.
    pub fn is_block(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Address
                | Article
                | Aside
                | Blockquote
                | Body
                | Caption
                | Center
                | Col
                | Colgroup
                | Custom
                | Dd
                | Details
                | Dialog
                | Dir
                | Div
                | Dl
                | Dt
                | Fieldset
                | Figcaption
                | Figure
                | Footer
                | Form
                | Frameset
                | H1
                | H2
                | H3
                | H4
                | H5
                | H6
                | Head
                | Header
                | Hgroup
                | Hr
                | Html
                | Legend
                | Li
                | Main
                | Menu
                | Nav
                | Noscript
                | Ol
                | Optgroup
                | Option
                | P
                | Plaintext
                | Pre
                | Search
                | Section
                | Summary
                | Table
                | Tbody
                | Td
                | Template
                | Tfoot
                | Th
                | Thead
                | Tr
                | Ul
                | Xmp
        )
    }

    /// Whether nothing in it is ever shown as text: code, data, or controls.
    pub fn is_invisible(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Base | Datalist
                | Head
                | Link
                | Meta
                | Noembed
                | Noframes
                | Param
                | Script
                | Select
                | Style
                | Svg
                | Template
                | Textarea
                | Title
                | Track
        )
    }

    /// Whether it shows something without text: a picture, a film, a sound, a frame.
    pub fn is_media(self) -> bool {
        use Tag::*;
        matches!(self, AmpImg | AmpVideo | Audio | Embed | Iframe | Img | Object | Picture | Video)
    }

    /// Whether HTML allows it no content and no end tag.
    pub fn is_void(self) -> bool {
        use Tag::*;
        matches!(self, Area | Base | Br | Col | Embed | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr)
    }
}
