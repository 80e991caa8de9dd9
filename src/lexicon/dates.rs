//! Dates: the labels before them and the words in them, in lower case.

use super::list::list;

/// Labels of the date of publication.
pub(crate) const PUBLISHED_LABELS: &[&str] = list!(
    "published|posted|created|written|first|released|veröffentlicht|erstellt|publié|publicado|pubblicato|\
     gepubliceerd|publisert|publiceret|publicerad|julkaistu|opublikowano|publikováno|опубликовано|yayınlanma|公開|发布|\
     發布|입력|نشر|פורסם|dipublikasikan"
);

/// Labels of the date of the last change.
pub(crate) const MODIFIED_LABELS: &[&str] = list!(
    "updated|update|modified|edited|revised|reviewed|changed|aktualisiert|stand:|geändert|mis à jour|mise à jour|\
     modifié|actualizado|modificado|atualizado|aggiornato|modificato|bijgewerkt|gewijzigd|oppdatert|opdateret|\
     uppdaterad|päivitetty|zaktualizowano|aktualizováno|обновлено|изменено|оновлено|güncelleme|更新|수정|تحديث|עודכן|\
     diperbarui|cập nhật"
);

/// Labels of the date since when somebody is a member of a forum.
pub(crate) const MEMBER_SINCE_LABELS: &[&str] = list!(
    "joined|join date|member since|registered|founded|registriert|mitglied seit|beigetreten|inscrit|membre depuis|\
     miembro desde|registrado|membro desde|iscritto|lid geworden|lid sinds|dołączył|rejestracja|регистрация|\
     зарегистрирован|üyelik tarihi|kayıt|注册|註冊|登録|가입"
);

/// Names of time zones, with their minutes east of UTC. Names of several zones are left out.
pub(crate) const TIME_ZONES: &[(&str, i16)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("edt", -240),
    ("est", -300),
    ("cdt", -300),
    ("mdt", -360),
    ("mst", -420),
    ("pdt", -420),
    ("pst", -480),
    ("bst", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("jst", 540),
];

/// What stands between a day and a time of day.
pub(crate) const BEFORE_TIME: &[&str] =
    &["t", ",", "at", "um", "à", "às", "klo", "kl", "ore", "o", "ob", "-", "–", "|", "•", "·", "(", "a", "las", "в"];

/// What stands between a day and the month after it.
pub(crate) const AFTER_DAY: &[&str] =
    &["st", "nd", "rd", "th", "er", "º", "°", ".", ",", "-", "/", "de", "of", "ta", "a", "ב"];

/// What stands between a month and the year after it.
pub(crate) const AFTER_MONTH: &[&str] = &[".", ",", "-", "/", "de", "del", "of", "g", "năm", "พ", "ศ"];

/// What stands between a day after its month, and the year: `March 5th, 2024`.
pub(crate) const BEFORE_YEAR: &[&str] = &["st", "nd", "rd", "th", ",", ".", "-", "/", "of", "de", "del"];

/// What stands between a year and the month or the day after it.
pub(crate) const AFTER_YEAR: &[&str] = &[".", ",", "-", "/", "m", "gada"];
