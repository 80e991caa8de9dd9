//! Short lines that announce what follows: related stories, comments, reviews. To add a phrase, add its first words to
//! the row of its kind.

/// Beginnings of words, by kind; in scripts that write without spaces, parts of the line.
pub(crate) const SECTION_CUES: [(&str, &str); 10] = [
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
