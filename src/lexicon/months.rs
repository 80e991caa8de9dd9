//! Names of months.

/// Month by month, names and abbreviations with spaces between them: those of CLDR for the languages most pages are in,
/// in lower case, in all their forms.
pub(crate) const MONTHS: [&str; 12] = [
    "january jan januar janvier janv enero ene gennaio gen janeiro januari tammikuuta tammi tammikuu stycznia sty \
     styczeń ledna led leden januára január ianuarie ian siječnja sij siječanj јануар јан януари яну января янв \
     январь січня січ січень студзеня сту студзень ιανουαρίου ιαν ιανουάριος ocak oca gener sausio saus sausis \
     janvāris jaanuar jaan janúar يناير ינואר ינו ژانویهٔ ژانویه जनवरी जन জানুয়ারী জানু มกราคม ม.ค januarie \
     jänner jän",
    "february feb februar février févr febrero febbraio fevereiro fev februari helmikuuta helmi helmikuu lutego \
     lut luty února úno únor februára február febr februarie veljače velj veljača фебруар феб февруари фев \
     февраля февр февраль лютого лют лютий лютага люты φεβρουαρίου φεβ φεβρουάριος şubat şub febrer vasario vas \
     vasaris februāris veebruar veebr febrúar فبراير פברואר פבר فوریهٔ فوریه फ़रवरी फ़र ফেব্রুয়ারী ফেব \
     กุมภาพันธ์ ก.พ feber",
    "march mar märz mär mars marzo março maart mrt marts maaliskuuta maalis maaliskuu marca marzec března bře \
     březen marec március márc martie ožujka ožu ožujak март мар mart марта березня бер березень сакавіка сак \
     сакавік μαρτίου μαρ μάρτιος μάρ maret mac març kovo kov kovas märts مارس מרץ मार्च মার্চ มีนาคม มี.ค marz \
     maerz",
    "april apr avril avr abril abr aprile huhtikuuta huhti huhtikuu kwietnia kwi kwiecień dubna dub duben apríla \
     apríl április ápr aprilie travnja tra travanj април апр апреля апрель квітня квіт квітень красавіка кра \
     красавік απριλίου απρ απρίλιος nisan nis balandžio bal balandis aprīlis aprill أبريل אפריל אפר آوریل अप्रैल \
     এপ্রিল এপ্রি เมษายน เม.ย",
    "may mai mayo maggio mag maio mei maj toukokuuta touko toukokuu maja května kvě květen mája máj május svibnja \
     svi svibanj мај май мая травня трав травень μαΐου μαΐ μάιος μάι mayıs maig gegužės geg gegužė maijs maí مايو \
     מאי مهٔ مه मई মে พฤษภาคม พ.ค مئی",
    "june jun juni juin junio giugno giu junho kesäkuuta kesä kesäkuu czerwca cze czerwiec června čvn červen júna \
     jún június iunie iun lipnja lipanj junij јун юни июня июн июнь червня черв червень чэрвеня чэр чэрвень \
     ιουνίου ιουν ιούνιος ιούν haziran haz juny birželio birž birželis jūnijs jūn juuni júní يونيو יוני ژوئن जून \
     জুন มิถุนายน มิ.ย junie",
    "july jul juli juillet juil julio luglio lug julho heinäkuuta heinä heinäkuu lipca lip lipiec července čvc \
     červenec júla júl július iulie iul srpnja srpanj julij јул юли июля июл июль липня лип липень ліпеня ліп \
     ліпень ιουλίου ιουλ ιούλιος ιούλ temmuz tem julai juliol liepos liep liepa jūlijs jūl juuli júlí يوليو יולי \
     ژوئیهٔ ژوئیه जुलाई जुल জুলাই জুল กรกฎาคม ก.ค julie",
    "august aug août agosto ago augustus augusti elokuuta elo elokuu sierpnia sie sierpień srpna srp srpen \
     augusta augusztus kolovoza kol kolovoz avgust avg август авг августа серпня серп серпень жніўня жні жнівень \
     αυγούστου αυγ αύγουστος αύγ ağustos ağu agustus agu ogos ogo agost ag rugpjūčio rugp rugpjūtis augusts ágúst \
     ágú أغسطس אוגוסט אוג اوت अगस्त अग আগস্ট আগ สิงหาคม ส.ค",
    "september sep sept septembre septiembre settembre set setembro syyskuuta syys syyskuu września wrz wrzesień \
     září zář septembra szeptember szept septembrie rujna ruj rujan септембар сеп septembar септември сентября \
     сент сентябрь вересня вер вересень верасня верасень σεπτεμβρίου σεπ σεπτέμβριος eylül eyl setembre rugsėjo \
     rugs rugsėjis septembris سبتمبر ספטמבר ספט سپتامبر सितंबर सित সেপ্টেম্বর সেপ กันยายน ก.ย setiembre",
    "october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta loka lokakuu października paź \
     październik října říj říjen októbra október octombrie октобар окт oktobar октомври октября октябрь жовтня \
     жовт жовтень кастрычніка кас кастрычнік οκτωβρίου οκτ οκτώβριος ekim eki spalio spal spalis oktobris \
     oktoober أكتوبر אוקטובר اکتبر अक्टूबर अक्टू অক্টোবর অক্টো ตุลาคม ต.ค",
    "november nov novembre noviembre novembro marraskuuta marras marraskuu listopada lis listopad listopadu \
     novembra noiembrie studenoga stu studeni новембар нов novembar ноември ное ноября нояб ноябрь листопада лист \
     листопад лістапада ліс лістапад νοεμβρίου νοε νοέμβριος νοέ kasım kas lapkričio lapkr lapkritis novembris \
     nóvember nóv نوفمبر נובמבר נוב نوامبر नवंबर नव নভেম্বর নভে พฤศจิกายน พ.ย",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des joulukuuta joulu \
     joulukuu grudnia gru grudzień prosince pro prosinec decembra decembrie prosinca prosinac децембар дец \
     decembar декември дек декабря декабрь грудня груд грудень снежня сне снежань δεκεμβρίου δεκ δεκέμβριος \
     aralık ara disember dis desembre gruodžio gruod gruodis decembris detsember dets ديسمبر דצמבר דצמ دسامبر \
     दिसंबर दिस ডিসেম্বর ডিসে ธันวาคม ธ.ค",
];

/// Croatian names that other languages give to another month, and their month.
pub(crate) const CROATIAN_MONTHS: &[(&str, u8)] =
    &[("lip", 6), ("srp", 7), ("lis", 10), ("listopad", 10), ("listopada", 10)];
