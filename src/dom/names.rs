//! The element and attribute names the core knows. Others are kept as [`Tag::Other`] or left out.

use crate::lexicon::images::LOADER_WORDS;

/// Declares a closed set of names as an enum with its two conversions.
macro_rules! names {
    ($(#[$doc:meta])* $enum:ident { $($variant:ident = $name:literal,)* } else { $($(#[$other_doc:meta])* $other:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs)] // A variant is the name beside it.
        pub enum $enum { $($variant,)* $($(#[$other_doc])* $other,)* }

        impl $enum {
            #[cfg(test)]
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

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
        Figure = "figure", Font = "font", Footer = "footer", Form = "form", Frameset = "frameset",
        H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", Head = "head", Header = "header",
        Hgroup = "hgroup", Hr = "hr", Html = "html", I = "i", Iframe = "iframe", Img = "img", Input = "input",
        Ins = "ins", Kbd = "kbd", Label = "label", Legend = "legend", Li = "li", Link = "link", Main = "main",
        Map = "map", Mark = "mark", Marquee = "marquee", Menu = "menu", Meta = "meta", Nav = "nav",
        Nobr = "nobr", Noembed = "noembed", Noframes = "noframes", Noscript = "noscript", Object = "object",
        Ol = "ol", Optgroup = "optgroup", Option = "option", Output = "output", P = "p", Param = "param",
        Picture = "picture", Plaintext = "plaintext", Pre = "pre", Q = "q", Rp = "rp",
        Rt = "rt", Ruby = "ruby", S = "s", Samp = "samp", Script = "script", Search = "search", Section = "section",
        Select = "select", Slot = "slot", Small = "small", Source = "source", Span = "span", Strike = "strike",
        Strong = "strong", Style = "style", Sub = "sub", Summary = "summary", Sup = "sup", Svg = "svg",
        Table = "table", Tbody = "tbody", Td = "td", Template = "template", Textarea = "textarea", Tfoot = "tfoot",
        Th = "th", Thead = "thead", Time = "time", Title = "title", Tr = "tr", Track = "track", Tt = "tt", U = "u",
        Ul = "ul", Var = "var", Video = "video", Wbr = "wbr", Xmp = "xmp",
        AmpAudio = "amp-audio", AmpDailymotion = "amp-dailymotion", AmpFacebook = "amp-facebook",
        AmpIframe = "amp-iframe", AmpImg = "amp-img", AmpInstagram = "amp-instagram",
        AmpSoundcloud = "amp-soundcloud", AmpTiktok = "amp-tiktok", AmpTwitter = "amp-twitter",
        AmpVideo = "amp-video", AmpVimeo = "amp-vimeo", AmpYoutube = "amp-youtube",
        LiteVimeo = "lite-vimeo", LiteYoutube = "lite-youtube", VimeoVideo = "vimeo-video",
        YoutubeEmbed = "youtube-embed", YoutubeVideo = "youtube-video",
        Math = "math", Semantics = "semantics", Annotation = "annotation", AnnotationXml = "annotation-xml",
        Merror = "merror", Mfrac = "mfrac", Mi = "mi", Mmultiscripts = "mmultiscripts", Mn = "mn", Mo = "mo",
        Mover = "mover", Mpadded = "mpadded", Mphantom = "mphantom", Mprescripts = "mprescripts", Mroot = "mroot",
        Mrow = "mrow", Ms = "ms", Mspace = "mspace", Msqrt = "msqrt", Mstyle = "mstyle", Msub = "msub",
        Msubsup = "msubsup", Msup = "msup", Mtable = "mtable", Mtd = "mtd", Mtext = "mtext", Mtr = "mtr",
        Munder = "munder", Munderover = "munderover",
        Maction = "maction", Menclose = "menclose", Mfenced = "mfenced", Mlabeledtr = "mlabeledtr",
        // What MathJax draws a formula with: see `is_mathjax`.
        MjxAssistiveMml = "mjx-assistive-mml", MjxBase = "mjx-base", MjxC = "mjx-c", MjxContainer = "mjx-container",
        MjxDen = "mjx-den", MjxMath = "mjx-math", MjxMfrac = "mjx-mfrac", MjxMi = "mjx-mi",
        MjxMlabeledtr = "mjx-mlabeledtr", MjxMn = "mjx-mn", MjxMo = "mjx-mo", MjxMover = "mjx-mover",
        MjxMroot = "mjx-mroot", MjxMrow = "mjx-mrow", MjxMs = "mjx-ms", MjxMspace = "mjx-mspace",
        MjxMsqrt = "mjx-msqrt", MjxMsub = "mjx-msub", MjxMsubsup = "mjx-msubsup", MjxMsup = "mjx-msup",
        MjxMtable = "mjx-mtable", MjxMtd = "mjx-mtd", MjxMtext = "mjx-mtext", MjxMtr = "mjx-mtr",
        MjxMunder = "mjx-munder", MjxMunderover = "mjx-munderover", MjxNum = "mjx-num", MjxOver = "mjx-over",
        MjxRoot = "mjx-root", MjxScript = "mjx-script", MjxSurd = "mjx-surd", MjxTexatom = "mjx-texatom",
        MjxUnder = "mjx-under",
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
    /// An attribute's name. What is not listed here is dropped while a page is parsed: see [`Attr::kept`].
    Attr {
        AriaControls = "aria-controls", AriaExpanded = "aria-expanded", AriaHidden = "aria-hidden", AriaLabel = "aria-label", AriaLevel = "aria-level", Alt = "alt", Alttext = "alttext",
        Checked = "checked", Cite = "cite", Class = "class", Close = "close", Colspan = "colspan",
        Content = "content", Datetime = "datetime", Dir = "dir", Display = "display",
        Displaystyle = "displaystyle", Encoding = "encoding",
        Height = "height", Hidden = "hidden", Href = "href", HttpEquiv = "http-equiv",
        Id = "id", Itemprop = "itemprop", Itemscope = "itemscope",
        Itemtype = "itemtype", Lang = "lang", Language = "language", Linethickness = "linethickness",
        Mathvariant = "mathvariant", Media = "media", Name = "name",
        Open = "open", Poster = "poster", Property = "property", Rel = "rel", Reversed = "reversed", Role = "role",
        Rowspan = "rowspan", Scope = "scope", Shadowrootmode = "shadowrootmode", Sizes = "sizes", Slot = "slot",
        Src = "src", Srcset = "srcset", Start = "start", Stretchy = "stretchy",
        Style = "style", Title = "title", Type = "type",
        Value = "value", Width = "width",
        DataAttrs = "data-attrs", DataFormula = "data-formula",
        DataCallout = "data-callout", DataCodeLanguage = "data-code-language",
        DataLineNumber = "data-line-number", DataEnlighterLanguage = "data-enlighter-language",
        DataSyntaxhighlighterParams = "data-syntaxhighlighter-params",
        DataFullSrc = "data-full-src", DataHiResSrc = "data-hi-res-src",
        DataHref = "data-href", DataImage = "data-image", DataLang = "data-lang", DataLanguage = "data-language",
        DataLatex = "data-latex", DataLazy = "data-lazy", DataLazySrc = "data-lazy-src",
        DataLazySrcset = "data-lazy-srcset",
        DataMathStyle = "data-math-style", DataMathml = "data-mathml",
        DataOriginal = "data-original", DataOriginalSrc = "data-original-src", DataOriginalSet = "data-original-set",
        AriaDescribedby = "aria-describedby", AriaDetails = "aria-details", DataDefinition = "data-definition",
        DataType = "data-type", EpubType = "epub:type", For = "for", Popovertarget = "popovertarget",
        DataSrc = "data-src", DataSrcset = "data-srcset", DataTestid = "data-testid", DataTex = "data-tex",
        DataUrl = "data-url",
        DataEmbedUrl = "data-embed-url", DataId = "data-id", DataInstgrmPermalink = "data-instgrm-permalink",
        DataShortcode = "data-shortcode", DataTrackid = "data-trackid", DataTweetid = "data-tweetid",
        DataVideoId = "data-video-id", DataVideoid = "data-videoid", ObjectData = "data", Videoid = "videoid",
    } else {
        /// A `data-` attribute whose name speaks of a picture: lazy loaders each have their own. An element may have
        /// several.
        LoaderSrc,
        /// Likewise, of a set of pictures.
        LoaderSrcset,
    }
}

impl Attr {
    /// The attribute of this name (in lower case), if it is kept: one of those listed, or a lazy loader's.
    pub fn kept(name: &str) -> Option<Self> {
        Attr::known(name).or_else(|| Attr::of_loader(name))
    }

    /// Whether nothing but the page's metadata is in it, so that content is copied without it.
    pub fn is_metadata(self) -> bool {
        use Attr::*;
        matches!(self, Content | Itemprop | Itemscope | Itemtype | Property)
    }

    /// What an attribute of no known name may hold for a lazy loader.
    fn of_loader(name: &str) -> Option<Self> {
        let name = name.strip_prefix("data-")?;
        let is_set = name.contains("srcset") || name.ends_with("-set");
        let speaks = || LOADER_WORDS.iter().any(|word| name.contains(word));
        if is_set { Some(Attr::LoaderSrcset) } else { speaks().then_some(Attr::LoaderSrc) }
    }
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

    /// Whether it is one of the custom elements that MathJax draws a formula with.
    pub fn is_mathjax(self) -> bool {
        (Tag::MjxAssistiveMml..=Tag::MjxUnder).contains(&self)
    }

    /// Whether a line breaks before and after it, by the user agent style sheet of the HTML standard.
    pub fn is_block(self) -> bool {
        use Tag::*;
        self.is_mathjax()
            || matches!(
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
        matches!(self, AmpImg | Img | Picture) || self.is_player()
    }

    /// Whether it shows what comes from elsewhere: a film, a sound, a post, a page in a frame.
    pub fn is_player(self) -> bool {
        use Tag::*;
        matches!(
            self,
            AmpAudio
                | AmpDailymotion
                | AmpFacebook
                | AmpIframe
                | AmpInstagram
                | AmpSoundcloud
                | AmpTiktok
                | AmpTwitter
                | AmpVideo
                | AmpVimeo
                | AmpYoutube
                | Audio
                | Embed
                | Iframe
                | LiteVimeo
                | LiteYoutube
                | Object
                | Video
                | VimeoVideo
                | YoutubeEmbed
                | YoutubeVideo
        )
    }

    /// Whether HTML allows it no content and no end tag.
    pub fn is_void(self) -> bool {
        use Tag::*;
        matches!(self, Area | Base | Br | Col | Embed | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr)
    }
}

#[cfg(test)]
mod tests {
    use super::{Attr, Tag};

    #[test]
    fn every_name_is_known_by_itself() {
        assert!(Tag::ALL.iter().all(|&tag| Tag::known(tag.name()) == Some(tag)));
        assert!(Attr::ALL.iter().all(|&attr| Attr::kept(attr.name()) == Some(attr)));
    }
}
