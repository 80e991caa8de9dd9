//! Phrases of lines that lead away from a text, in the languages that most of the web is written in. Entries are in lower
//! case.

use super::list::list;

/// What lines begin with that lead to other texts.
pub(crate) const LEADS: &[&str] = list!(
    "read more|read also|also read|read next|read this next|related|related article|related articles|related story|\
     related stories|related posts|related news|related coverage|related topics|recommended|recommended reading|\
     recommended for you|you may also like|you might also like|you may also be interested in|more from|\
     more on this story|more on this topic|more stories|more news|don't miss|must read|most read|most popular|\
     in case you missed it|up next|trending now|explore more|keep reading|\
     lesen sie auch|lesen sie dazu auch|lesen sie mehr|lies auch|auch lesen|auch interessant|auch spannend|\
     mehr zum thema|mehr dazu|mehr zu|weiterlesen|hier weiterlesen|zum weiterlesen|lesen sie hier|\
     das könnte sie auch interessieren|das thema könnte dich auch interessieren|verwandte beiträge|mehr themen|\
     mehr aus|meistdiskutierte artikel|\
     das könnte dich auch interessieren|das könnte dir auch gefallen|\
     passend dazu|passend zum thema|meistgelesen|meistgelesene artikel|schon gelesen|unsere empfehlung|\
     empfohlen|weitere artikel|neueste artikel|ähnliche artikel|ähnliche beiträge|verwandte artikel|\
     à lire aussi|lire aussi|à lire également|lire également|à voir aussi|sur le même sujet|sur le même thème|\
     les plus lus|articles liés|articles similaires|\
     lea también|lee también|lea|vea también|vea además|puedes ver|puede ver|mira|mire|lea además|lea más|leer más|\
     leer también|le puede interesar|te puede interesar|\
     puede interesarle|mira también|mire también|además lee|además|noticias relacionadas|nota relacionada|\
     notas relacionadas|artículos relacionados|sigue leyendo|siga leyendo|no te pierdas|más leídas|\
     leia também|leia mais|veja também|saiba mais|mais lidas|matérias relacionadas|notícias relacionadas|\
     leggi anche|leggi di più|guarda anche|potrebbe interessarti|ti potrebbe interessare|articoli correlati|\
     i più letti|\
     lees ook|lees meer|lees verder|bekijk ook|meest gelezen|gerelateerd|\
     czytaj też|czytaj także|czytaj również|czytaj więcej|dowiedz się więcej|zobacz też|zobacz także|\
     zobacz również|przeczytaj także|\
     przeczytaj też|przeczytaj również|polecamy|najczęściej czytane|więcej na ten temat|\
     läs också|läs även|läs mer|les også|les mer|læs også|læs mere|lue myös|lue lisää|mest läst|mest lest|\
     čtěte také|čtěte též|přečtěte si|mohlo by vás zajímat|čítajte aj|prečítajte si|\
     pročitajte i|pročitajte još|čitajte i|preberite tudi|citește și|citeste si|vezi și|olvasta már|\
     ez is érdekelheti|\
     διαβάστε επίσης|διαβάστε ακόμα|διαβάστε ακόμη|δείτε επίσης|\
     читайте также|читать также|смотрите также|по теме|ещё по теме|еще по теме|материалы по теме|читайте також|\
     дивіться також|прочетете още|ayrıca okuyun|bunu da okuyun|ilgili haberler|ilgili haber|baca juga|xem thêm|\
     đọc thêm|\
     関連記事|あわせて読みたい|こちらもおすすめ|おすすめ記事|続きを読む|相关阅读|相关文章|相关新闻|延伸阅读|推荐阅读|相關閱讀|\
     相關文章|相關新聞|延伸閱讀|推薦閱讀|관련기사|관련 기사|추천 기사|\
     اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|مواضيع ذات صلة|مقالات ذات صلة|بیشتر بخوانید|\
     همچنین بخوانید|קראו גם|עוד בנושא|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें"
);

/// Whole lines that mark an advertisement, or a break made by one, or by a wall before the rest of a text.
pub(crate) const ADVERT_MARKS: &[&str] = list!(
    "advertisement|advertisements|advertising|ad|sponsored|sponsored content|anzeige|werbung|publicidad|publicité|\
     pubblicità|publicidade|reklama|reklame|annons|annonse|annonce|advertentie|mainos|реклама|διαφήμιση|reklam|広告|\
     广告|廣告|광고|إعلان|פרסומת|story continues below|story continues below advertisement|article continues below|\
     article continues below advertisement|article continues after advertisement|continue reading below|\
     scroll to continue|skip advertisement|read entire article|read the full story|read full story|\
     read full article|\
     continue reading|subscribe now|register now|sign in|log in|free sign up|jetzt registrieren|jetzt abonnieren|\
     kostenlos registrieren und weiterlesen|möchten sie weiterlesen|suscríbete|abonnez-vous|iscriviti|\
     sigue leyendo después de la publicidad|continúa después de la publicidad|\
     la suite après cette publicité|la suite après la publicité|continua após a publicidade|\
     continua dopo la pubblicità|dalsza część artykułu pod reklamą|reszta artykułu pod reklamą|artikel geht weiter|\
     продолжение после рекламы"
);

/// Beginnings of words that ask the reader to do something.
pub(crate) const ACTIONS: &[&str] = list!(
    "subscribe|subscribing|please subscribe|sign up|signing up|signup|log in|register|join|follow|download|install|\
     get our|get the|support us|donate|\
     abonnier|melde|melden|anmelden|folge uns|folgen sie|laden sie|lade dir|hol dir|holen sie|unterstütz|\
     suscr|regístr|síguenos|siga|sigue|únete|descarga|recibe|inscri|abonne|suivez|télécharge|recevez|rejoignez|\
     iscriv|segui|scarica|ricevi|assine|baixe|receba|zapisz|śledź|pobierz|dołącz|polub|subskry|\
     prenumerera|följ|ladda|abonner|følg|meld|volg|schrijf|подпис|скача|следите|присоедин|abone|takip|indir|\
     登録|フォロー|ダウンロード|订阅|关注|下载|訂閱|關注|下載|구독|팔로우|다운로드|اشترك|تابع|حمل|حمّل"
);

/// What a site sends its readers.
pub(crate) const LETTERS: &[&str] = list!(
    "newsletter|newsletters|e-paper|epaper|inbox|postfach|posteingang|mailbox|biuletyn|infolettre|nieuwsbrief|\
     nyhetsbrev|nyhedsbrev|boletín|boletim|рассылку|bülten|メルマガ|ニュースレター|公众号|微信|뉴스레터|النشرة"
);

/// What else a site offers its readers: apps, editions.
pub(crate) const OFFERS: &[&str] = list!(
    "app|apps|edition|e-edition|subscriber|subscribers|subscription|full story|abo|suscripción|assinatura|アプリ|應用|\
     应用|앱|تطبيق"
);

/// Where else a site can be followed.
pub(crate) const NETWORKS: &[&str] = list!(
    "whatsapp|telegram|telegramie|telegrama|facebook|facebooku|instagram|instagrama|twitter|tiktok|youtube|\
     google news|\
     google play|app store|linkedin|bluesky|mastodon|threads|канал"
);

/// Words that address the reader, or mean the site.
pub(crate) const READER_OR_SITE: &[&str] = list!(
    "our|us|you|your|you're|you’re|unser|unsere|unseren|ihr|ihre|sie|dein|deine|dich|du|dir|nuestro|nuestra|\
     nuestros|tu|te|\
     notre|nos|vos|votre|nostra|nostro|nosso|nossa|nasz|naszego|naszą|onze|ons|vår|vårt|vores|наш|нашу|на|私たち|我们|\
     我們|우리"
);

/// What reserves rights.
pub(crate) const RIGHTS: &[&str] = list!(
    "all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|\
     derechos reservados|todos os direitos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|\
     все права защищены|alle rechten voorbehouden|med ensamrätt|tüm hakları saklıdır|無断転載|無断複製|版权所有|版權所有|\
     무단 전재|جميع الحقوق محفوظة|כל הזכויות שמורות"
);

/// Labels before the tags of a text.
pub(crate) const TAG_LABELS: &[&str] = list!(
    "tags|tag|tagged|tagged with|tagged in|topics|topic|filed under|posted in|categories|keywords|schlagwörter|\
     schlagworte|stichworte|themen|etiquetas|temas|mots-clés|mots clés|thèmes|etichette|argomenti|tagi|štítky|\
     taggar|\
     теги|тэги|метки|темы|etiketler|タグ|标签|標籤|태그|الوسوم|תגיות"
);

/// Beginnings of words for what is counted beside a headline: time, comments, minutes to read.
pub(crate) const COUNTS: &[&str] = list!(
    "ago|second|minute|min|hour|hr|day|week|month|year|comment|view|share|read|vor|stunde|tag|tage|woche|monat|\
     jahr|\
     kommentar|aufruf|lesezeit|minuten|hace|minuto|hora|día|semana|mes|comentario|visita|lectura|il|heure|jour|\
     semaine|\
     mois|commentaire|vue|lecture|partage|fa|ore|ora|giorn|settiman|commenti|lettura|há|atrás|dia|comentári|\
     leitura|temu|\
     godzin|dni|komentarz|sedan|timmar|dagar|siden|timer|dage|geleden|uur|dagen|reacties|назад|час|минут|дн|\
     комментар|\
     önce|saat|dakika|gün|yorum|前|分|時間|小时|小時|分钟|分鐘|天|评论|評論|コメント|전|시간|댓글|منذ|ساعة|دقيقة|تعليق"
);
