//! Formulas that the page shows as pictures, from services that draw LaTeX: it is in the picture's text or address.

use url::Url;

use crate::dom::{Attr, Document, NodeId};
use crate::lexicon::math::{IMAGE_CLASS_STARTS, IMAGE_CLASSES, PARAMETERS, SERVICES};

use super::latex::{Latex, looks_like_latex, may_be_formula, tidy, words};

/// The LaTeX that a picture shows.
pub(super) fn latex(page: &Document, img: NodeId) -> Option<Latex> {
    let attr = |name| page.attr(img, name).unwrap_or_default();
    let alt = attr(Attr::Alt).trim();
    let src = [Attr::Src, Attr::DataSrc, Attr::DataLazySrc].into_iter().map(attr);
    let service = src.clone().find(|src| SERVICES.iter().any(|service| src.contains(service)));
    let classes = || attr(Attr::Class).split_ascii_whitespace();
    let is_named = classes().any(|class| {
        IMAGE_CLASSES.iter().any(|name| class.eq_ignore_ascii_case(name))
            || IMAGE_CLASS_STARTS.iter().any(|start| class.starts_with(start))
    });
    let is_display = classes().any(|class| class.ends_with("-display") || class.contains("displayed"));
    let latex = if looks_like_latex(alt) && (service.is_some() || is_named || is_all_latex(alt)) {
        alt.to_string()
    } else if let Some(service) = service {
        of_address(service).or_else(|| Some(alt.to_string()).filter(|alt| may_be_formula(alt)))?
    } else if is_named && may_be_formula(alt) {
        alt.to_string()
    } else {
        return None;
    };
    let found = tidy(without_settings(&latex))?;
    Some(Latex { is_display: is_display || found.is_display, ..found })
}

/// Whether a text is LaTeX from its beginning, or hardly has words of its own.
fn is_all_latex(text: &str) -> bool {
    /// A sentence that begins with a command has more.
    const MAX_WORDS: usize = 3;
    let most = if text.starts_with('\\') { MAX_WORDS } else { 0 };
    words(text) <= most
}

/// The LaTeX in the address of a service: a parameter, or all of the query.
fn of_address(address: &str) -> Option<String> {
    let url = Url::parse(address).or_else(|_| Url::parse("https://example.com/")?.join(address)).ok()?;
    let parameter = url.query_pairs().find(|(name, value)| PARAMETERS.contains(&&**name) && !value.is_empty());
    if let Some((_, latex)) = parameter {
        return Some(latex.into_owned());
    }
    // Here a plus sign is one.
    let query = url.query()?.replace('+', "%2B");
    let query = query.replace('&', "%26").replace('=', "%3D");
    let (latex, _) = url::form_urlencoded::parse(query.as_bytes()).next()?;
    let latex = latex.replace("&space;", " ").replace("&plus;", "+");
    (looks_like_latex(&latex) || may_be_formula(&latex)).then_some(latex)
}

/// The LaTeX without the commands for a service that set the size and colours of its picture.
fn without_settings(latex: &str) -> &str {
    const SETTINGS: [&str; 9] =
        ["\\inline", "\\dpi{", "\\bg_", "\\fn_", "\\large", "\\Large", "\\LARGE", "\\huge", "\\small"];
    let mut rest = latex.trim_start();
    while let Some(setting) = SETTINGS.iter().find(|setting| rest.starts_with(**setting)) {
        let after = rest.get(setting.len()..).unwrap_or_default();
        let value = if setting.ends_with('{') {
            after.find('}').map_or(after.len(), |end| end + 1)
        } else if setting.ends_with('_') {
            after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len())
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            break;
        } else {
            0
        };
        rest = after.get(value..).unwrap_or_default().trim_start();
    }
    rest
}
