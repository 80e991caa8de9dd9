//! What pages call their elements in `class`, `id`, `role`, `itemprop` and the like. To add a word, add it to a row.

use super::list::list;
use WordPlace::*;

/// Where in an attribute's value a word must stand. Case counts for [`ExactName`] only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordPlace {
    /// As a part of a name: `share-bar`, `shareBar` and `share_bar` have the part `share`.
    Part,
    /// As the beginning of a part.
    PartStart,
    /// As a run of letters.
    Letters,
    /// As one of the names between spaces.
    Name,
    /// As one of the names between spaces, in this case.
    ExactName,
    /// Anywhere.
    Anywhere,
}

/// A kind of element that a word in its names suggests.
///
/// The first [`REGIONS`](Signal::REGIONS) are kinds of regions of a page. Their order is that of the scorer's columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)] // The words of each are in `CLASS_WORDS` and `CLASS_HINTS`.
pub enum Signal {
    Content,
    Comment,
    Navigation,
    Related,
    Advert,
    Share,
    Side,
    Footer,
    Header,
    Consent,
    Subscribe,
    Byline,
    Caption,
    Forum,
    Title,
    ScreenReader,
    Form,
    /// An editor of code, with all its bars.
    Editor,
    /// What in an editor holds the lines.
    EditorLines,
    /// A highlighter's box of lines, whatever these are made of.
    CodeBox,
    /// A line of code.
    CodeLine,
    /// A line of code, or of anything else.
    Line,
    /// A cell that holds a line of code.
    CodeCell,
    /// A `code` element that stands as a block.
    CodeBlock,
    /// A note, or what refers to one.
    Note,
    /// Perhaps a note: by a word that means other things too.
    PerhapsNote,
    /// A link that leads from a note back to the text.
    BackLink,
    /// A formula with all its copies: markup, drawing, source.
    FormulaWrapper,
    /// A formula as text.
    FormulaText,

    // What metadata are read from, by the words of `CLASS_HINTS`.
    /// Who wrote it.
    AuthorHint,
    /// A name, on its own of no weight.
    NameHint,
    /// When it was published.
    DateHint,
    /// When it was changed.
    ModifiedHint,
    /// A headline.
    TitleHint,
    /// The article, the post, the page: makes a title or a date that of the page.
    EntryHint,
    /// A standfirst.
    DekHint,
    /// Other stories, adverts, what surrounds the article.
    AsideHint,
    /// Comments and replies.
    CommentHint,
    /// Something about the author that is not the name: a picture, a role, a life.
    AboutAuthorHint,
    /// Navigation.
    NavigationHint,
    /// A label: `News`, `Solved`, `Sponsored`.
    LabelHint,
}

impl Signal {
    /// How many of the kinds are kinds of regions.
    pub const REGIONS: usize = Signal::Form as usize + 1;
}

/// The words of each kind, and where in a value they must stand.
pub(super) const CLASS_WORDS: &[(Signal, WordPlace, &[&str])] = &[
    (
        Signal::Content,
        PartStart,
        list!("article|blog|content|description|detail|entry|markdown|post|prose|richtext|story"),
    ),
    (Signal::Content, Part, &["body", "copy", "main", "text"]),
    (Signal::Comment, PartStart, &["comment", "disqus", "discussion", "respond", "reply", "replies"]),
    (
        Signal::Navigation,
        PartStart,
        &["breadcrumb", "crumb", "menu", "navbar", "navigation", "paginat", "pager", "skip", "toolbar"],
    ),
    (Signal::Navigation, Part, &["nav", "toc"]),
    (
        Signal::Related,
        PartStart,
        list!(
            "carousel|featured|latest|popular|readnext|recent|recirc|recommend|related|similar|\
             suggest|teaser|trending|upsell"
        ),
    ),
    (Signal::Related, Part, &["also", "more", "next", "prev"]),
    (
        Signal::Advert,
        PartStart,
        &["advert", "advertisement", "adslot", "banner", "dfp", "outbrain", "promo", "sponsor", "taboola"],
    ),
    (Signal::Advert, Part, &["ad", "ads"]),
    (
        Signal::Share,
        PartStart,
        &["facebook", "follow", "pinterest", "share", "sharing", "social", "twitter", "whatsapp"],
    ),
    (Signal::Side, PartStart, &["aside", "sidebar", "widget"]),
    (Signal::Side, Part, &["rail", "side"]),
    (Signal::Footer, PartStart, &["bottom", "copyright", "footer", "legal"]),
    (Signal::Footer, Part, &["foot"]),
    (Signal::Header, PartStart, &["header", "masthead", "topbar"]),
    (Signal::Consent, PartStart, &["consent", "cookie", "dialog", "gdpr", "lightbox", "modal", "overlay", "popup"]),
    (
        Signal::Subscribe,
        PartStart,
        list!("donate|login|newsletter|optin|paywall|register|signin|signup|subscribe|subscription"),
    ),
    (Signal::Subscribe, Part, &["cta"]),
    (
        Signal::Byline,
        PartStart,
        &["author", "avatar", "byline", "category", "categories", "dateline", "posted", "published", "timestamp"],
    ),
    (Signal::Byline, Part, &["bio", "meta", "tag", "tags"]),
    (Signal::Caption, PartStart, &["caption", "credit"]),
    (Signal::Forum, PartStart, &["answer", "forum", "message", "question", "thread", "topic"]),
    (Signal::Title, PartStart, &["headline", "subtitle", "title"]),
    (Signal::ScreenReader, PartStart, &["screenreader", "visually", "visuallyhidden"]),
    (Signal::ScreenReader, Part, &["sr"]),
    (Signal::Form, PartStart, &["input", "search"]),
    (Signal::Form, Part, &["form"]),
    (Signal::Editor, Name, &["codemirror", "cm-editor", "monaco-editor", "ace_editor"]),
    (Signal::EditorLines, Name, &["codemirror-code", "cm-content", "view-lines", "ace_text-layer"]),
    (Signal::CodeBox, Name, &["syntaxhighlighter", "crayon-main", "enlighter", "rouge-table", "lntable"]),
    (
        Signal::CodeLine,
        Name,
        list!(
            "code-line|codeline|code_line|token-line|cm-line|view-line|ace_line|codemirror-line|\
             crayon-line|ec-line|data-line"
        ),
    ),
    (Signal::Line, Name, &["line"]),
    (
        Signal::CodeCell,
        Name,
        &["blob-code", "blob-code-inner", "hljs-ln-code", "js-file-line", "line_content", "code-cell"],
    ),
    (Signal::CodeBlock, ExactName, &["block"]),
    (
        Signal::Note,
        Anywhere,
        list!(
            "footnote|foot-note|endnote|sidenote|side-note|marginnote|margin-note|noteref|note-ref|\
             note_ref|fnref|fn-ref|footref|footdef|_ftn|ftnt|_edn|sdfn|cite_note|cite-note|cite_ref|\
             citeref|ltx_note|bibitem|biblioentry|fußnote|fussnote|annotation"
        ),
    ),
    (Signal::Note, Letters, &["fn", "fns", "ftn", "edn"]),
    (
        Signal::PerhapsNote,
        Letters,
        list!("note|notes|ref|refs|reference|references|cite|citation|bib|bibliography|anm|nota|notas"),
    ),
    (
        Signal::BackLink,
        Anywhere,
        list!("backref|back-ref|backlink|back-link|footback|fn-back|reversefootnote|fnreturn|to-top"),
    ),
    (
        Signal::FormulaWrapper,
        ExactName,
        list!(
            "katex|katex-display|mwe-math-element|MathJax|MathJax_Display|MathJax_CHTML|MathJax_SVG|\
             MathJax_SVG_Display|MathJax_MathML|mjx-chtml|MJXc-display|latex-rendered"
        ),
    ),
    (
        Signal::FormulaText,
        ExactName,
        list!(
            "math|tex|latex|katex|arithmatex|math-container|js-render-math|js-inline-math|\
             js-display-math|language-math|math-inline|math-block|math-display|inline-math|\
             block-math|display-math|tex-math"
        ),
    ),
];
