//! Pagination: articles that are spread over several pages.

use super::list::list;

/// Texts of links to the next page, in lower case and without arrows.
pub(crate) const NEXT_PAGE: &[&str] = list!(
    "next|next page|continue|continue reading|more|weiter|nächste|nächste seite|suivant|\
     suivante|page suivante|siguiente|página siguiente|siguiente página|próxima|próximo|\
     próxima página|seguinte|página seguinte|avanti|successiva|successivo|pagina successiva|\
     volgende|volgende pagina|nästa|nästa sida|næste|næste side|neste|neste side|seuraava|\
     seuraava sivu|następna|następna strona|dalej|další|další stránka|ďalšia|következő|\
     következő oldal|următoarea|pagina următoare|επόμενη|επόμενη σελίδα|далее|дальше|\
     следующая|следующая страница|наступна|наступна сторінка|следваща|sonraki|sonraki sayfa|\
     التالي|التالية|الصفحة التالية|بعدی|صفحه بعد|הבא|העמוד הבא|次へ|次のページ|次ページ|次のページへ|下一页|下一頁|\
     下页|下頁|다음|다음 페이지|다음페이지|अगला|अगला पृष्ठ|ถัดไป|หน้าถัดไป|trang sau|trang tiếp|tiếp|\
     berikutnya|selanjutnya|halaman berikutnya"
);

/// Segments of paths before the number of a page.
pub(crate) const PAGE_SEGMENTS: &[&str] = &["page", "seite", "pagina", "p"];

/// Parameters that hold the number of a page.
pub(crate) const PAGE_PARAMETERS: &[&str] = &["page", "paged", "pg", "p", "seite", "pagina", "pag", "part"];
