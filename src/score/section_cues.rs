//! What short lines announce: "Related posts", "Kommentare", "配送". What follows such a line, and stands in the same
//! element, is of its kind. The words are of several languages, so that no kind is known in one alone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::context::text;
use crate::blocks::{Block, Blocks};
use crate::dom::{Document, NodeId};

/// How many kinds of lines there are.
pub(super) const KINDS: usize = 10;

/// Beginnings of words, by kind; in scripts that write without spaces, parts of the line.
const WORDS: [(&str, &str); KINDS] = [
    (
        "related",
        "related similar recommend popular trending latest recent also ähnlich verwandt passend empfehl beliebt weitere \
         neueste connexe similaire recommand populaire récent relacionad similares recomend popular reciente correlat \
         simili consigliat relacionad gerelateerd aanbevolen populair relaterad liknande relateret beslægtet relatert \
         powiązan podobn polecan související podobné похож рекоменд популярн связанн читайте схожі ilgili benzer önerilen \
         関連 おすすめ 人気 相关 推荐 相關 推薦 热门 관련 추천 인기 مقالات ذات متعلقة קשור संबंधित liên terkait",
    ),
    (
        "comments",
        "comment comments kommentar commentaire comentario comentário commenti reactie reacties komentarz komentář \
         комментари коментар yorum コメント 评论 留言 評論 댓글 التعليقات תגובות टिप्पणी bình komentar discussion replies \
         respond diskussion antworten",
    ),
    (
        "reviews",
        "review reviews rating ratings testimonial bewertung rezension kundenmeinung avis évaluation reseña opinión \
         opiniones valoracion recensioni recensione avaliaç beoordeling recension anmeldelse arvostelu opinie recenz \
         отзыв відгук değerlendirme レビュー 口コミ 评价 評價 리뷰 후기 مراجعات ביקורות समीक्षा ulasan",
    ),
    (
        "questions",
        "faq faqs question questions frequently häufig fragen fréquentes pregunta preguntas domande perguntas vragen \
         frågor spørgsmål pytania otázky вопрос питання sorular よくある 質問 常见问题 常見問題 问答 질문 الأسئلة שאלות प्रश्न",
    ),
    (
        "description",
        "description details detail overview specification specifications specs features feature beschreibung \
         produktdetails merkmale technische eigenschaften caractéristique descripción detalles característica descrizione \
         dettagli caratteristiche descrição omschrijving kenmerken beskrivning egenskaper opis cechy specyfikacja popis \
         описание характеристик опис açıklama özellik 説明 仕様 詳細 商品 描述 规格 規格 详情 설명 상세 الوصف המוצר विवरण ingredients \
         zutaten materials",
    ),
    (
        "delivery",
        "shipping delivery returns return refund payment warranty versand lieferung rückgabe zahlung livraison retour \
         paiement envío entrega devolucion pago spedizione consegna resi pagament envio verzending bezorging leverans frakt \
         levering dostawa zwrot doprava доставк оплат возврат teslimat kargo iade 配送 送料 返品 支払 运费 退货 배송 반품 الشحن משלוח",
    ),
    (
        "calls",
        "share subscribe newsletter signup login follow cookie cookies advertisement sponsored teilen abonnieren anmelden \
         folgen anzeige partager abonnez inscrivez suivez publicité compartir suscrib síguenos publicidad condividi iscriviti \
         segui pubblicità compartilh inscreva delen abonneren dela prenumerera udostępnij zapisz sdílet подпис поделит реклама \
         paylaş abone シェア 登録 フォロー 広告 分享 订阅 關注 广告 공유 구독 광고 مشاركة اشترك שתף",
    ),
    (
        "author",
        "author authors written autor autorin auteur autore autora schrijver författare forfatter автор yazar 著者 筆者 作者 저자 \
         الكاتب המחבר लेखक contributor",
    ),
    (
        "notes",
        "reference references sources source footnotes notes bibliography citations einzelnachweise quellen literatur \
         références notes referencias fuentes notas riferimenti fonti note referências bronnen källor kilder przypisy źródła \
         příspěvky источник примечани литература джерела kaynakça 参考 脚注 出典 参考文献 각주 출처 المراجع הערות संदर्भ",
    ),
    (
        "contents",
        "contents toc inhalt inhaltsverzeichnis sommaire índice indice inhoud innehåll indhold spis obsah оглавлени содержани \
         зміст içindekiler 目次 目录 目錄 차례 목차 المحتويات תוכן sumário",
    ),
];

/// The longest line that announces, in words.
const LONGEST: u32 = 7;

/// For each block and kind: whether it stands in what such a line announces, and how many blocks ago the last was.
#[derive(Debug, Default)]
pub(super) struct Labels {
    pub(super) within: Vec<u16>,
    pub(super) since: Vec<[u8; KINDS]>,
}

impl Labels {
    pub(super) fn of(page: &Document, blocks: &Blocks) -> Labels {
        let mut labels = Labels::default();
        let mut since = [u8::MAX; KINDS];
        let mut ends = [NodeId::ROOT; KINDS];
        for block in &blocks.list {
            let kinds = if block.count.words <= LONGEST && !block.hidden { kinds(text(page, block)) } else { 0 };
            let mut within = 0;
            for (kind, (since, end)) in since.iter_mut().zip(&mut ends).enumerate() {
                *since = since.saturating_add(1);
                if kinds & 1 << kind != 0 {
                    *since = 0;
                    *end = (*end).max(page.end(announced(page, blocks, block)));
                }
                within |= u16::from(block.first < *end) << kind;
            }
            labels.within.push(within);
            labels.since.push(since);
        }
        labels
    }
}

/// The element whose text the line announces: the closest that holds more than the line.
fn announced(page: &Document, blocks: &Blocks, block: &Block) -> NodeId {
    let around = std::iter::once(block.container).chain(page.ancestors(block.container));
    around.take(5).find(|&id| blocks.totals[id].blocks > 1).unwrap_or(block.container)
}

fn kinds(line: &str) -> u16 {
    let mut kinds = 0;
    let mut word = String::new();
    for c in line.chars().chain([' ']) {
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
            continue;
        }
        if !c.is_ascii() && c.is_alphanumeric() {
            word.extend(c.to_lowercase());
            continue;
        }
        if word.is_empty() {
            continue;
        }
        let first = word.chars().next().unwrap_or(' ');
        for (rest, from) in word.char_indices().map(|(place, c)| (word.get(place..).unwrap_or_default(), c)) {
            // Only scripts without spaces have words within words.
            if from != first && from < '\u{2E80}' {
                continue;
            }
            for (beginning, kind) in BY_FIRST_LETTER.get(&from).into_iter().flatten() {
                let whole = rest.len() == word.len() || from >= '\u{2E80}';
                if whole && rest.starts_with(beginning) {
                    kinds |= 1 << kind;
                }
            }
        }
        word.clear();
    }
    kinds
}

static BY_FIRST_LETTER: LazyLock<BTreeMap<char, Vec<(&str, usize)>>> = LazyLock::new(|| {
    let mut letters: BTreeMap<char, Vec<(&str, usize)>> = BTreeMap::new();
    for (kind, (_, words)) in WORDS.iter().enumerate() {
        for word in words.split_whitespace() {
            if let Some(first) = word.chars().next() {
                letters.entry(first).or_default().push((word, kind));
            }
        }
    }
    letters
});

#[cfg(test)]
mod tests {
    use super::{WORDS, kinds};

    #[test]
    fn lines_announce_in_many_languages() {
        let check = |line: &str, expected: &[&str]| {
            let found = kinds(line);
            let named: Vec<_> =
                (0..WORDS.len()).filter(|kind| found & 1 << kind != 0).map(|kind| WORDS[kind].0).collect();
            assert_eq!(named, expected, "{line}");
        };
        check("You may also like", &["related"]);
        check("12 Kommentare", &["comments"]);
        check("Avis des clients", &["reviews"]);
        check("Häufige Fragen", &["questions"]);
        check("関連記事", &["related"]);
        check("商品の説明", &["description"]);
        check("Доставка и оплата", &["delivery"]);
        check("Подписаться", &["calls"]);
        check("عن الكاتب", &["author"]);
        check("Przypisy", &["notes"]);
        check("目次", &["contents"]);
        check("The third winter", &[]);
    }
}
