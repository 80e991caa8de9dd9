//! What names, in ids, classes and roles, say of notes.

use crate::dom::{Attr, Document, NodeId};

/// Parts of names that speak of notes and nothing else.
const NOTES: &[&str] = &[
    "footnote",
    "foot-note",
    "endnote",
    "sidenote",
    "side-note",
    "marginnote",
    "margin-note",
    "noteref",
    "note-ref",
    "note_ref",
    "fnref",
    "fn-ref",
    "footref",
    "footdef",
    "_ftn",
    "ftnt",
    "_edn",
    "sdfn",
    "cite_note",
    "cite-note",
    "cite_ref",
    "citeref",
    "ltx_note",
    "bibitem",
    "biblioentry",
    "doc-endnote",
    "fußnote",
    "fussnote",
    "annotation",
];

/// Words in names that speak of notes where a label is set as a reference.
const PERHAPS: &[&str] = &[
    "note",
    "notes",
    "ref",
    "refs",
    "reference",
    "references",
    "cite",
    "citation",
    "bib",
    "bibliography",
    "anm",
    "nota",
    "notas",
];

/// Parts of names of links that lead back.
const BACK: &[&str] =
    &["backref", "back-ref", "backlink", "back-link", "footback", "fn-back", "reversefootnote", "fnreturn", "to-top"];

/// The attributes whose values name an element.
const NAMING: [Attr; 6] = [Attr::Class, Attr::Id, Attr::Role, Attr::DataType, Attr::EpubType, Attr::Name];

/// How clearly names speak of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    Nothing,
    Perhaps,
    Notes,
}

/// What an element's names say.
pub(super) fn of(page: &Document, id: NodeId) -> Evidence {
    page.attributes(id)
        .filter(|(name, _)| NAMING.contains(name))
        .map(|(_, value)| of_name(value))
        .max()
        .unwrap_or(Evidence::Nothing)
}

/// Whether some three letters of the name stand in what speaks of notes: hardly any name gets past this.
fn may_speak(name: &str) -> bool {
    const TELLING: [[u8; 3]; 9] = [*b"not", *b"ref", *b"foo", *b"ftn", *b"edn", *b"sdf", *b"cit", *b"bib", *b"anm"];
    let letters = name.as_bytes();
    let is_telling = |three: &[u8]| TELLING.iter().any(|telling| three.eq_ignore_ascii_case(telling));
    letters.windows(3).any(is_telling) || letters.windows(2).any(|two| two.eq_ignore_ascii_case(b"fn"))
}

/// What a name says.
pub(super) fn of_name(name: &str) -> Evidence {
    if name.is_empty() || name.len() > 200 {
        return Evidence::Nothing;
    }
    if !may_speak(name) {
        return Evidence::Nothing;
    }
    let name = name.to_lowercase();
    if NOTES.iter().any(|part| name.contains(part)) {
        return Evidence::Notes;
    }
    let words = || name.split(|c: char| !c.is_alphabetic());
    match () {
        () if words().any(|word| matches!(word, "fn" | "fns" | "ftn" | "edn")) => Evidence::Notes,
        () if words().any(|word| PERHAPS.contains(&word)) => Evidence::Perhaps,
        () => Evidence::Nothing,
    }
}

/// Whether a link's names say that it leads back.
pub(super) fn lead_back(page: &Document, id: NodeId) -> bool {
    page.attributes(id).filter(|(name, _)| NAMING.contains(name)).any(|(_, value)| {
        let value = value.to_ascii_lowercase();
        BACK.iter().any(|part| value.contains(part))
    })
}

/// Whether a link's text only says that it leads back.
pub(crate) fn is_way_back(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "back",
        "return",
        "up",
        "top",
        "jump up",
        "jump back",
        "back to text",
        "return to text",
        "back to content",
        "zurück",
        "retour",
        "volver",
        "voltar",
        "indietro",
        "terug",
        "tillbaka",
        "назад",
        "вверх",
        "戻る",
        "返回",
    ];
    let text =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '\u{FE0E}' | '\u{FE0F}'));
    let is_arrow = |c: char| matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '^' | '⏎' | '▲' | '△' | '⌃' | '∧' | '\u{FE0E}' | '🔙' | '\u{200B}');
    text.chars().all(is_arrow)
        || text.len() < 40 && WORDS.contains(&text.trim_matches(is_arrow).trim().to_lowercase().as_str())
}

/// Whether a heading says no more than that notes follow.
pub(crate) fn is_heading_of_notes(text: &str) -> bool {
    const HEADINGS: &[&str] = &[
        "footnotes",
        "footnote",
        "notes",
        "note",
        "endnotes",
        "end notes",
        "foot notes",
        "sidenotes",
        "notes and references",
        "fußnoten",
        "fussnoten",
        "anmerkungen",
        "endnoten",
        "einzelnachweise",
        "notes de bas de page",
        "notas",
        "notas al pie",
        "notas de rodapé",
        "note a piè di pagina",
        "voetnoten",
        "noten",
        "fotnoter",
        "noter",
        "przypisy",
        "poznámky",
        "примечания",
        "сноски",
        "примітки",
        "σημειώσεις",
        "dipnotlar",
        "脚注",
        "脚註",
        "注釈",
        "註釋",
        "注释",
        "注解",
        "각주",
        "הערות שוליים",
        "هوامش",
        "الهوامش",
    ];
    let text = text.trim().trim_end_matches(':').to_lowercase();
    text.len() < 60 && HEADINGS.contains(&text.as_str())
}

/// Whether a heading says that what is listed below are notes or sources.
pub(super) fn is_heading_of_list(text: &str) -> bool {
    const HEADINGS: &[&str] = &[
        "references",
        "sources",
        "citations",
        "works cited",
        "bibliography",
        "literature",
        "references and notes",
        "quellen",
        "literatur",
        "nachweise",
        "références",
        "sources et références",
        "fuentes",
        "referencias",
        "referências",
        "fonti",
        "riferimenti",
        "bibliografia",
        "bronnen",
        "referenser",
        "källor",
        "источники",
        "литература",
        "参考文献",
        "出典",
        "参考资料",
        "參考文獻",
        "المراجع",
    ];
    let plain = text.trim().trim_end_matches(':').to_lowercase();
    is_heading_of_notes(text) || plain.len() < 60 && HEADINGS.contains(&plain.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Evidence, NOTES, PERHAPS, of_name};

    #[test]
    fn all_that_speaks_of_notes_is_heard() {
        for part in NOTES.iter().chain(&["fn", "fns", "ftn", "edn", "FN:1"]) {
            assert_eq!(of_name(part), Evidence::Notes, "{part}");
        }
        for word in PERHAPS {
            assert_eq!(of_name(word), Evidence::Perhaps, "{word}");
        }
        assert_eq!(of_name("link external"), Evidence::Nothing);
    }
}
