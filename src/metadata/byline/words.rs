//! The words around names, as lists with a bar between the entries, in lower case.

use crate::metadata::lists::list;

/// What stands before names.
pub(super) const BEFORE: &[&str] = list!(
    "view all posts by|all posts by|posts by|written by|posted by|published by|authored by|story by|words by|text by|article by|created by|\
    submitted by|contributed by|a post by|post author|article author|about the author|by author|by|authors|\
    author|posted|written|von|autor|autorin|par|publié par|escrito por|por|di|scritto da|a cura di|door|\
    geschreven door|av|af|skrevet av|skrevet af|autore|auteur|автор|przez|tekst|redakteur|started by|\
    asked by|reviewed by|last updated by|updated by|edited by|photo by|medically reviewed by|\
    fact checked by|contributors|contributor|this post was written by|this article was written by|words"
);

/// What never is a name: labels beside names, and buttons.
pub(super) const NOT_NAMES: &str = "ago|hours|minutes|days|min read|sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tue|wed|thu|fri|sat|today|yesterday|author posts|share|follow|comment|comments|read more|view all posts|more|subscribe|sign in|log in|login|guest|\
    anonymous|unknown|null|none|undefined|true|false|author|authors|about the author|written by|by|\
    published|updated|posted|share this|facebook|twitter|linkedin|instagram|email|print|home|website|\
    follow us|view profile|see full bio|full bio|bio|date|n a|na|contributors|new member|member|\
    share on facebook|about|meet the author|view more|all posts|posts|profile|reply|views|likes|verified|on|\
    original poster|op|moderator|registered|joined|avatar|contact|listen|give|search";

/// Names that are no one's: taken where there is nothing better.
pub(super) const GENERIC: &str = "anonymous|community editor|our editors|the editors|our team|admin|administrator|editor|editors|editorial|editorial team|editorial staff|staff|staff writer|team|\
    the team|redaktion|redaccion|redazione|redactie|redakcja|la redaction|webmaster|root|user|newsroom|\
    news desk|newsdesk|web desk|guest author|guest post|guest contributor|wordpress|contributor|super user|\
    superuser|adminuser|content team|marketing|marketing team|web team|author name";

/// Words of roles: a part made of these alone is no name.
pub(super) const ROLES: &str = "senior|staff|chief|lead|associate|assistant|managing|executive|deputy|contributing|freelance|writer|\
    editor|reporter|correspondent|journalist|columnist|contributor|author|producer|director|manager|analyst|\
    specialist|photographer|in|of|at|and|the|special|to|for|news|political|business|technology|tech|science|\
    health|sports|content|copywriter|copy|founder|co|ceo|cto|president|vice|marketing|product|engineer|\
    software|head|expert|blogger|guest|foreign|national|redakteur|redakteurin|digital|seo|strategist|\
    consultant|web|community|team";

/// Words that end a role, and are seldom names of families.
pub(super) const ENDS_OF_ROLES: &str = "expert|specialist|writer|editor|journalist|reporter|correspondent|columnist|\
    manager|director|analyst|engineer|consultant|strategist|photographer|producer|founder|officer";

/// Titles and degrees that belong to the name before them.
pub(super) const DEGREES: &str = "md|phd|dvm|rn|rd|rdn|jr|sr|ii|iii|mph|mba|msc|ms|ma|bsc|ba|esq|do|cpa|cfp|jd|lpc|lcsw|lmft|pharmd|dds|\
    np|pt|dpt|cscs|llc|inc|ltd|mn|bs|edd|psyd|facs|dacvb|bvsc|vmd|lvt|vts|ldn|mrcvs|cfa|ea|pe|med|mfa|mscp|\
    rvt|cpnp|fnp|facp";

/// Words that text around names has, and names of more than one word do not.
pub(super) const TEXT: &str = "to|from|into|this|that|was|your|is|are|how|back|you|we|what|top|insights|with|best|why|when|it|our|my|by|these|powered";

/// Words in lower case that names start with.
pub(super) const PARTICLES: &str =
    "the|de|del|della|di|da|do|dos|du|la|le|van|von|vom|zu|den|der|ter|ten|el|al|bin|ibn|af|av|d'|o'";

/// Whether a list has an entry.
pub(super) fn has(list: &str, entry: &str) -> bool {
    list.split('|').any(|known| known == entry)
}
