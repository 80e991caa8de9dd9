//! Bylines: the labels before names, what stands between and after names, and words that are no names. Entries are in
//! lower case.

use super::list::list;

/// Labels before names, which are no part of the names. A label comes before its own beginnings.
pub(crate) const BYLINE_LABELS: &[&str] = list!(
    "view all posts by|all posts by|posts by|written by|posted by|published by|authored by|story by|words by|text by|\
     article by|created by|submitted by|contributed by|a post by|post author|article author|about the author|\
     by author|by|authors|author|posted|written|von|autor|autorin|par|publié par|escrito por|por|di|scritto da|\
     a cura di|door|geschreven door|av|af|skrevet av|skrevet af|autore|auteur|автор|przez|tekst|redakteur|started by|\
     asked by|reviewed by|last updated by|updated by|edited by|photo by|medically reviewed by|fact checked by|\
     contributors|contributor|this post was written by|this article was written by|words"
);

/// Labels in a text right at the headline: the name follows in the same text or in the next.
pub(crate) const NAME_FOLLOWS: &[&str] = list!(
    "by|by:|written by|written by:|author:|posted by|words by|contributor:|contributors:|authors:|von|par|por|autor:|\
     auteur :|text:|texte :|di|door|av|af|автор:"
);

/// Labels that stand in no menu or list of links: the name that follows anywhere on the page is the author's.
pub(crate) const AUTHOR_LABELS: &[&str] = list!(
    "written by|article by|author:|words by|posted by|geschrieben von|verfasst von|autor:|autorin:|écrit par|\
     rédigé par|escrito por|scritto da|geschreven door|автор:"
);

/// What stands between two names.
pub(crate) const NAME_SEPARATORS: &[&str] =
    list!(", and | and | & |; |;|, | und | et | y | och | og | en | / | with | et al|、|，| и ");

/// Marks that end names: something else follows.
pub(crate) const NAME_ENDS: &[&str] =
    &[" | ", " • ", " · ", " » ", " – ", " — ", " - ", "|", "•", "·", " ⋅ ", " // ", " (", " ["];

/// What ends names in a line of the page: a date, a role or a place follows.
pub(crate) const LINE_NAME_ENDS: &[&str] = list!(
    " on | in | for | at | published | updated | posted | last updated| reviewed by| medically reviewed| edited by\
     | photographed by| photos by| follow | @ |:"
);

/// Labels beside names, and buttons, which are never names.
pub(crate) const NOT_NAMES: &[&str] = list!(
    "ago|hours|minutes|days|min read|sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tue|wed|thu|\
     fri|sat|today|yesterday|author posts|share|follow|comment|comments|read more|view all posts|more|subscribe|\
     sign in|log in|login|guest|anonymous|unknown|null|none|undefined|true|false|author|authors|about the author|\
     written by|by|published|updated|posted|share this|facebook|twitter|linkedin|instagram|email|print|home|website|\
     follow us|view profile|see full bio|full bio|bio|date|n a|na|contributors|new member|member|share on facebook|\
     about|meet the author|view more|all posts|posts|profile|reply|views|likes|verified|on|original poster|op|\
     moderator|registered|joined|avatar|contact|listen|give|search"
);

/// Names of nobody in particular, taken if there is no other.
pub(crate) const GENERIC_NAMES: &[&str] = list!(
    "anonymous|community editor|our editors|the editors|our team|admin|administrator|editor|editors|editorial|\
     editorial team|editorial staff|staff|staff writer|team|the team|redaktion|redaccion|redazione|redactie|redakcja|\
     la redaction|webmaster|root|user|newsroom|news desk|newsdesk|web desk|guest author|guest post|guest contributor|\
     wordpress|contributor|super user|superuser|adminuser|content team|marketing|marketing team|web team|author name"
);

/// Words of roles: a part of a byline that has no others is no name.
pub(crate) const ROLE_WORDS: &[&str] = list!(
    "senior|staff|chief|lead|associate|assistant|managing|executive|deputy|contributing|freelance|writer|editor|\
     reporter|correspondent|journalist|columnist|contributor|author|producer|director|manager|analyst|specialist|\
     photographer|in|of|at|and|the|special|to|for|news|political|business|technology|tech|science|health|sports|\
     content|copywriter|copy|founder|co|ceo|cto|president|vice|marketing|product|engineer|software|head|expert|\
     blogger|guest|foreign|national|redakteur|redakteurin|digital|seo|strategist|consultant|web|community|team"
);

/// Last words of roles that are seldom family names.
pub(crate) const ROLE_ENDINGS: &[&str] = list!(
    "expert|specialist|writer|editor|journalist|reporter|correspondent|columnist|manager|director|analyst|engineer|\
     consultant|strategist|photographer|producer|founder|officer"
);

/// Titles and degrees after a name.
pub(crate) const DEGREES: &[&str] = list!(
    "md|phd|dvm|rn|rd|rdn|jr|sr|ii|iii|mph|mba|msc|ms|ma|bsc|ba|esq|do|cpa|cfp|jd|lpc|lcsw|lmft|pharmd|dds|np|pt|dpt|\
     cscs|llc|inc|ltd|mn|bs|edd|psyd|facs|dacvb|bvsc|vmd|lvt|vts|ldn|mrcvs|cfa|ea|pe|med|mfa|mscp|rvt|cpnp|fnp|facp"
);

/// Words of sentences: no name of several words has one.
pub(crate) const SENTENCE_WORDS: &[&str] = list!(
    "to|from|into|this|that|was|your|is|are|how|back|you|we|what|top|insights|with|best|why|when|it|our|my|by|these|\
     powered"
);

/// Words in lower case that a name may begin with.
pub(crate) const NAME_PARTICLES: &[&str] =
    list!("the|de|del|della|di|da|do|dos|du|la|le|van|von|vom|zu|den|der|ter|ten|el|al|bin|ibn|af|av|d'|o'");
