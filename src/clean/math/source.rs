//! Where a page's formulas are, and the LaTeX and drawing that it has of each.

use crate::dom::{Attr, Document, NodeId, NodeRange, Tag};
use crate::lexicon::Signal;
use crate::lexicon::math::{LATEX_TYPES, PREVIEWS};

use super::images;
use super::latex::{Latex, is_speech, looks_like_latex, may_be_formula, tidy};

/// In a block with more children, a picture of a formula is not alone.
const MAX_SIBLINGS: usize = 4;

/// What the page has of a formula.
#[derive(Debug)]
pub(super) struct Formula {
    pub(super) latex: Option<String>,
    pub(super) drawing: Drawing,
    pub(super) is_display: bool,
    /// The script that holds its LaTeX.
    pub(super) script: Option<NodeId>,
}

/// How the page draws a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawing {
    Mathml(NodeId),
    /// As MathML in this element's attribute.
    Attribute(NodeId),
    /// As MathML in a script.
    Script(NodeId),
    /// With MathJax's elements.
    Chtml(NodeId),
    None,
}

fn classes(page: &Document, id: NodeId) -> impl Iterator<Item = &str> {
    page.attr(id, Attr::Class).unwrap_or_default().split_ascii_whitespace()
}

/// Whether the element wraps a formula and all its copies.
pub(super) fn is_wrapper(page: &Document, id: NodeId) -> bool {
    matches!(page.tag(id), Tag::Math | Tag::MjxContainer)
        || page.signals(id, &[Attr::Class]).has(Signal::FormulaWrapper)
}

/// Whether the element shows something until the formula is drawn.
pub(super) fn is_preview(page: &Document, id: NodeId) -> bool {
    classes(page, id).any(|class| PREVIEWS.contains(&class))
        && after(page, id).is_some_and(|next| page.formula_script(next).is_some() || is_wrapper(page, next))
}

/// The node after the element and white space.
fn after(page: &Document, id: NodeId) -> Option<NodeId> {
    let after = NodeRange { first: page.end(id), end: page.end(NodeId::ROOT) };
    after.into_iter().find(|&next| !page.is_blank_text(next))
}

/// The formula in a script.
pub(super) fn of_script(page: &Document, script: NodeId) -> Option<Formula> {
    let content = page.formula_script(script)?;
    let kind = page.attr(script, Attr::Type).unwrap_or_default();
    let is_display = kind.split(';').skip(1).any(|part| part.replace(' ', "").eq_ignore_ascii_case("mode=display"));
    if kind.contains("mml") {
        let drawing = Drawing::Script(script);
        let script = Some(script);
        return Some(Formula { latex: None, drawing, is_display, script });
    }
    let latex = tidy(content)?;
    let is_display = is_display || latex.is_display;
    Some(Formula { latex: Some(latex.text), drawing: Drawing::None, is_display, script: Some(script) })
}

/// The formula that an element wraps; `None` where none is found.
pub(super) fn of_wrapper(page: &Document, root: NodeId) -> Option<Formula> {
    let mut found = Formula { latex: None, drawing: Drawing::None, is_display: false, script: None };
    let mut alttext = None;
    let mut picture = None;
    let mut seen = root;
    for id in page.subtree(root) {
        let attr = |name| page.attr(id, name);
        match page.tag(id) {
            Tag::Text => continue,
            Tag::Annotation if found.latex.is_none() && attr(Attr::Encoding).is_some_and(is_tex) => {
                found.latex = tidy(page.text(id)).map(|latex| latex.text);
            }
            Tag::Math => {
                found.is_display |= attr(Attr::Display) == Some("block");
                alttext = alttext.or_else(|| attr(Attr::Alttext).filter(|alt| !is_speech(alt)));
                let is_drawn = matches!(found.drawing, Drawing::Mathml(_));
                if !is_drawn && id >= seen && has_more_than_annotations(page, id) {
                    found.drawing = Drawing::Mathml(id);
                }
                seen = seen.max(page.end(id));
            }
            Tag::MjxMath if found.drawing == Drawing::None && page.end(id) > id.plus(1) => {
                found.drawing = Drawing::Chtml(id);
            }
            Tag::Img => picture = picture.or_else(|| images::latex(page, id)),
            _ => {}
        }
        if page.tag(id) == Tag::MjxContainer || page.tag(id) == Tag::MjxMath {
            found.is_display |= attr(Attr::Display) == Some("true");
        }
        if attr(Attr::DataMathml).is_some() && found.drawing == Drawing::None {
            found.drawing = Drawing::Attribute(id);
        }
        found.is_display |= classes(page, id).any(|class| class.ends_with("-display") || class.ends_with("_Display"));
        if found.latex.is_none()
            && let Some(latex) = of_attributes(page, id)
        {
            found.is_display |= latex.is_display;
            found.latex = Some(latex.text);
        }
    }
    if let Some(script) = after(page, root).and_then(|next| of_script(page, next)) {
        found.is_display |= script.is_display;
        found.script = script.script;
        found.latex = found.latex.or(script.latex);
        if found.drawing == Drawing::None {
            found.drawing = script.drawing;
        }
    }
    found.latex = found.latex.or_else(|| alttext.and_then(tidy).map(|latex| latex.text));
    found.latex = found.latex.or_else(|| {
        let picture = picture?;
        found.is_display |= picture.is_display;
        Some(picture.text)
    });
    (found.latex.is_some() || found.drawing != Drawing::None).then_some(found)
}

/// LaTeX in the element's attributes.
fn of_attributes(page: &Document, id: NodeId) -> Option<Latex> {
    let named = [Attr::DataLatex, Attr::DataTex, Attr::DataFormula];
    if let Some(latex) = named.iter().find_map(|&name| tidy(page.attr(id, name)?)) {
        return Some(latex);
    }
    if !classes(page, id).any(|class| class == "latex-rendered") {
        return None;
    }
    let data: serde_json::Value = serde_json::from_str(page.attr(id, Attr::DataAttrs)?).ok()?;
    tidy(data.get("persistentExpression")?.as_str()?).map(|latex| Latex { is_display: true, ..latex })
}

/// The formula that an element holds as text, in its attributes, or as a picture.
pub(super) fn of_element(page: &Document, id: NodeId) -> Option<Formula> {
    let latex = match page.tag(id) {
        Tag::Img => {
            images::latex(page, id).map(|latex| Latex { is_display: latex.is_display || is_alone(page, id), ..latex })
        }
        Tag::Text => None,
        _ => of_attributes(page, id).or_else(|| of_text(page, id)),
    }?;
    Some(Formula { latex: Some(latex.text), drawing: Drawing::None, is_display: latex.is_display, script: None })
}

/// The formula that is all the text of an element which is named so.
fn of_text(page: &Document, id: NodeId) -> Option<Latex> {
    let is_renderer = page.attr(id, Attr::DataMathStyle).is_some()
        || page.attr(id, Attr::Lang) == Some("math")
        || page.signals(id, &[Attr::Class]).has(Signal::FormulaText);
    if !is_renderer || page.tag(id) == Tag::Body {
        return None;
    }
    // In a listing, the text is in a code element.
    let mut inside = page.descendants(id).into_iter();
    if !inside.all(|inner| page.is_text(inner) || page.tag(inner) == Tag::Code) {
        return None;
    }
    let text = page.text(id).trim();
    let latex = tidy(text)?;
    let is_delimited = ["$", "\\(", "\\["].iter().any(|open| text.starts_with(open));
    if !is_delimited && !looks_like_latex(&latex.text) && !may_be_formula(&latex.text) {
        return None;
    }
    let is_named_display = page.attr(id, Attr::DataMathStyle) == Some("display")
        || classes(page, id).any(|class| class.contains("display") || class.contains("block"))
        || matches!(page.tag(id), Tag::Div | Tag::Pre);
    let is_display = if is_delimited { latex.is_display } else { is_named_display };
    Some(Latex { is_display, ..latex })
}

/// Whether the picture is all that is in the block around it.
fn is_alone(page: &Document, id: NodeId) -> bool {
    let parent = page.parent(id);
    matches!(page.tag(parent), Tag::P | Tag::Div | Tag::Center)
        && page.children(parent).take(MAX_SIBLINGS).all(|child| child == id || page.is_blank_text(child))
}

fn is_tex(encoding: &str) -> bool {
    LATEX_TYPES.contains(&encoding.to_ascii_lowercase().trim())
}

/// Whether the formula can be seen.
fn has_more_than_annotations(page: &Document, math: NodeId) -> bool {
    let mut id = math.plus(1);
    while id < page.end(math) {
        match page.tag(id) {
            Tag::Annotation | Tag::AnnotationXml => id = page.end(id),
            Tag::Text if !page.text(id).trim().is_empty() => return true,
            _ => id = id.plus(1),
        }
    }
    false
}
