//! Formulas: names of functions, what programs that draw formulas call their elements, and services that draw them as
//! pictures.

use super::list::list;

/// Classes of what is shown until a formula is drawn.
pub(crate) const PREVIEWS: &[&str] = &["MathJax_Preview", "tex2jax_preview"];

/// Parts of addresses of scripts and style sheets that draw formulas.
pub(crate) const RENDERERS: &[&str] = &["mathjax", "katex", "temml"];

/// Classes of what holds no formulas, whatever signs are in it.
pub(crate) const IGNORED: &[&str] = &["tex2jax_ignore", "mathjax_ignore", "nokatex"];

/// Parts of names of pictures of formulas.
pub(crate) const PICTURE_WORDS: &[&str] = &["math", "mwe", "latex", "tex", "equation", "formula"];

/// Parts of names of tables of equations.
pub(crate) const EQUATION_WORDS: &[&str] = &["equation", "eqn", "formula"];

/// Media types of LaTeX.
pub(crate) const LATEX_TYPES: &[&str] = &["application/x-tex", "application/x-latex", "text/latex", "latex", "tex"];

/// Parts of the addresses of services that draw LaTeX.
pub(crate) const SERVICES: &[&str] = list!(
    "latex.php|codecogs.com|/math/render/|equation?tex=|mimetex|mathtex|quicklatex.com|\
     cht=tx|/render/math?|i.upmath.me/|/latex?|tex.cgi"
);

/// Names that pages give to pictures of formulas.
pub(crate) const IMAGE_CLASSES: &[&str] = &["latex", "tex", "math", "mathjax", "equation", "formula", "eq", "katex"];

/// The parameters of addresses that hold LaTeX.
pub(crate) const PARAMETERS: &[&str] = &["latex", "tex", "math", "chl", "eq", "formula"];

/// How other names of theirs begin.
pub(crate) const IMAGE_CLASS_STARTS: &[&str] = &["mwe-math-fallback", "ql-img-"];

/// Names that LaTeX has a command for.
pub(crate) const FUNCTIONS: &[&str] = &[
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom",
    "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh", "sup", "tan",
    "tanh",
];

/// Operators with limits above and below.
pub(crate) const OPERATORS_WITH_LIMITS: &[&str] = &[
    "lim", "max", "min", "sup", "inf", "liminf", "limsup", "lim sup", "lim inf", "det", "gcd", "Pr", "∑", "∏", "∐",
    "∫", "∬", "∭", "∮", "⋂", "⋃", "⋀", "⋁", "⨁", "⨂", "⨀", "⨆",
];
