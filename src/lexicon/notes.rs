//! Notes: what their headings are called, and the links from them back to the text, in lower case.

use super::list::list;

/// Links from a note back to the text, arrows aside.
pub(crate) const WAYS_BACK: &[&str] = list!(
    "back|return|up|top|jump up|jump back|back to text|return to text|back to content|zurück|\
     retour|volver|voltar|indietro|terug|tillbaka|назад|вверх|戻る|返回"
);

/// Headings of notes.
pub(crate) const NOTE_HEADINGS: &[&str] = list!(
    "footnotes|footnote|notes|note|endnotes|end notes|foot notes|sidenotes|\
     notes and references|fußnoten|fussnoten|anmerkungen|endnoten|einzelnachweise|\
     notes de bas de page|notas|notas al pie|notas de rodapé|note a piè di pagina|voetnoten|\
     noten|fotnoter|noter|przypisy|poznámky|примечания|сноски|примітки|σημειώσεις|dipnotlar|\
     脚注|脚註|注釈|註釋|注释|注解|각주|הערות שוליים|هوامش|الهوامش"
);

/// Headings of lists that may hold notes: references, sources.
pub(crate) const REFERENCE_HEADINGS: &[&str] = list!(
    "references|sources|citations|works cited|bibliography|literature|references and notes|\
     quellen|literatur|nachweise|références|sources et références|fuentes|referencias|\
     referências|fonti|riferimenti|bibliografia|bronnen|referenser|källor|источники|\
     литература|参考文献|出典|参考资料|參考文獻|المراجع"
);

/// Classes of notes that stand in a line of text, their letters alone.
pub(crate) const SIDENOTES: &[&str] = list!(
    "sidenote|marginnote|sidenotecontent|footnote|inlinefootnote|footnotecontent|\
     footnotetext|footnotebody|ltxrolefootnote"
);
