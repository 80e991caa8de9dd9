//! Unicode's mathematical characters and the LaTeX commands for them.

use crate::lexicon::math::{FUNCTIONS, OPERATORS_WITH_LIMITS};

/// How letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Roman,
    Bold,
    BoldItalic,
    Script,
    Fraktur,
    DoubleStruck,
    Sans,
    Monospace,
}

impl Style {
    /// The style that a `mathvariant` asks for.
    pub(super) fn of_variant(variant: &str) -> Style {
        match variant {
            "normal" => Style::Roman,
            "bold" => Style::Bold,
            "bold-italic" => Style::BoldItalic,
            "script" | "bold-script" => Style::Script,
            "fraktur" | "bold-fraktur" => Style::Fraktur,
            "double-struck" => Style::DoubleStruck,
            "monospace" => Style::Monospace,
            _ if variant.contains("sans-serif") => Style::Sans,
            _ => Style::Plain,
        }
    }

    /// The command that sets the style, with its opening brace.
    pub(super) fn command(self) -> Option<&'static str> {
        match self {
            Style::Plain => None,
            Style::Roman => Some("\\mathrm{"),
            Style::Bold => Some("\\mathbf{"),
            Style::BoldItalic => Some("\\boldsymbol{"),
            Style::Script => Some("\\mathcal{"),
            Style::Fraktur => Some("\\mathfrak{"),
            Style::DoubleStruck => Some("\\mathbb{"),
            Style::Sans => Some("\\mathsf{"),
            Style::Monospace => Some("\\mathtt{"),
        }
    }
}

/// The letter or digit behind a mathematical alphanumeric character, and its style.
pub(super) fn plain(c: char) -> (char, Style) {
    use Style::*;
    const STYLES: [Style; 13] =
        [Bold, Plain, BoldItalic, Script, Script, Fraktur, DoubleStruck, Fraktur, Sans, Sans, Sans, Sans, Monospace];
    const GREEK: [Style; 5] = [Bold, Plain, BoldItalic, Bold, BoldItalic];
    const DIGITS: [Style; 5] = [Bold, DoubleStruck, Sans, Sans, Monospace];
    let code = c as u32;
    let style = |table: &[Style], at: u32| table.get(at as usize).copied().unwrap_or(Style::Plain);
    match code {
        0x1D400..=0x1D6A3 => {
            let at = code - 0x1D400;
            let letter = if at % 52 < 26 { u32::from('A') + at % 52 } else { u32::from('a') + at % 52 - 26 };
            (char::from_u32(letter).unwrap_or(c), style(&STYLES, at / 52))
        }
        0x1D6A8..=0x1D7C9 => {
            let at = code - 0x1D6A8;
            let letter = match at % 58 {
                at @ 0..=24 => char::from_u32(u32::from('Α') + at),
                25 => Some('∇'),
                at @ 26..=50 => char::from_u32(u32::from('α') + at - 26),
                at => ['∂', 'ϵ', 'ϑ', 'ϰ', 'ϕ', 'ϱ', 'ϖ'].get(at as usize - 51).copied(),
            };
            (letter.unwrap_or(c), style(&GREEK, at / 58))
        }
        0x1D7CE..=0x1D7FF => {
            let at = code - 0x1D7CE;
            (char::from_digit(at % 10, 10).unwrap_or(c), style(&DIGITS, at / 10))
        }
        _ => match c {
            'ℎ' => ('h', Style::Plain),
            'ℝ' => ('R', Style::DoubleStruck),
            'ℕ' => ('N', Style::DoubleStruck),
            'ℤ' => ('Z', Style::DoubleStruck),
            'ℂ' => ('C', Style::DoubleStruck),
            'ℚ' => ('Q', Style::DoubleStruck),
            'ℙ' => ('P', Style::DoubleStruck),
            'ℍ' => ('H', Style::DoubleStruck),
            'ℬ' => ('B', Style::Script),
            'ℰ' => ('E', Style::Script),
            'ℱ' => ('F', Style::Script),
            'ℋ' => ('H', Style::Script),
            'ℐ' => ('I', Style::Script),
            'ℒ' => ('L', Style::Script),
            'ℳ' => ('M', Style::Script),
            'ℛ' => ('R', Style::Script),
            _ => (c, Style::Plain),
        },
    }
}

/// Whether LaTeX has a command for the name.
pub(super) fn is_function(name: &str) -> bool {
    FUNCTIONS.contains(&name)
}

/// The command over a base for what stands above it.
pub(super) fn accent(c: char, is_wide: bool) -> Option<&'static str> {
    Some(match (c, is_wide) {
        ('^' | 'ˆ' | '\u{302}', false) => "\\hat{",
        ('^' | 'ˆ' | '\u{302}', true) => "\\widehat{",
        ('~' | '˜' | '\u{303}', false) => "\\tilde{",
        ('~' | '˜' | '\u{303}', true) => "\\widetilde{",
        ('¯' | '‾' | '_' | '―' | '\u{304}' | '\u{305}', false) => "\\bar{",
        ('¯' | '‾' | '_' | '―' | '\u{304}' | '\u{305}', true) => "\\overline{",
        ('→' | '⃗', false) => "\\vec{",
        ('→' | '⃗', true) => "\\overrightarrow{",
        ('˙' | '.' | '⋅' | '\u{307}', _) => "\\dot{",
        ('¨' | '\u{308}', _) => "\\ddot{",
        ('˘' | '\u{306}', _) => "\\breve{",
        ('ˇ' | '\u{30C}', _) => "\\check{",
        ('⏞' | '\u{FE37}', _) => "\\overbrace{",
        _ => return None,
    })
}

/// The command under a base for what stands below it.
pub(super) fn under_accent(c: char) -> Option<&'static str> {
    Some(match c {
        '_' | '¯' | '‾' | '\u{332}' => "\\underline{",
        '⏟' | '\u{FE38}' => "\\underbrace{",
        _ => return None,
    })
}

/// Whether what stands above or below the operator are its limits.
pub(super) fn has_limits(text: &str) -> bool {
    OPERATORS_WITH_LIMITS.contains(&text)
}

/// Whether the character is a relation: rows of equations are aligned at these.
pub(super) fn is_relation(c: char) -> bool {
    matches!(c, '=' | '<' | '>' | '≤' | '≥' | '≡' | '≈' | '∼' | '≃' | '≅' | '≠' | '∝' | '→' | '⇒' | '⇔' | '≔')
        || matches!(c, '⟹' | '⟺' | '↦' | '∈' | '⊂' | '⊆' | '≪' | '≫' | ':')
}

/// The command for a character.
pub(super) fn command(c: char) -> Option<&'static str> {
    Some(match c {
        'α' => "\\alpha",
        'β' => "\\beta",
        'γ' => "\\gamma",
        'δ' => "\\delta",
        'ε' => "\\varepsilon",
        'ϵ' => "\\epsilon",
        'ζ' => "\\zeta",
        'η' => "\\eta",
        'θ' => "\\theta",
        'ϑ' => "\\vartheta",
        'ι' => "\\iota",
        'κ' => "\\kappa",
        'ϰ' => "\\varkappa",
        'λ' => "\\lambda",
        'μ' | 'µ' => "\\mu",
        'ν' => "\\nu",
        'ξ' => "\\xi",
        'π' => "\\pi",
        'ϖ' => "\\varpi",
        'ρ' => "\\rho",
        'ϱ' => "\\varrho",
        'σ' => "\\sigma",
        'ς' => "\\varsigma",
        'τ' => "\\tau",
        'υ' => "\\upsilon",
        'φ' => "\\varphi",
        'ϕ' => "\\phi",
        'χ' => "\\chi",
        'ψ' => "\\psi",
        'ω' => "\\omega",
        'Γ' => "\\Gamma",
        'Δ' => "\\Delta",
        'Θ' => "\\Theta",
        'Λ' => "\\Lambda",
        'Ξ' => "\\Xi",
        'Π' => "\\Pi",
        'Σ' => "\\Sigma",
        'Υ' => "\\Upsilon",
        'Φ' => "\\Phi",
        'Ψ' => "\\Psi",
        'Ω' => "\\Omega",
        'ℓ' => "\\ell",
        'ℏ' => "\\hbar",
        'ℜ' => "\\Re",
        'ℑ' => "\\Im",
        'ℵ' => "\\aleph",
        '℘' => "\\wp",
        'ı' | '𝚤' => "\\imath",
        'ȷ' | '𝚥' => "\\jmath",
        '∂' => "\\partial",
        '∇' => "\\nabla",
        '∞' => "\\infty",
        '∅' => "\\emptyset",
        '∀' => "\\forall",
        '∃' => "\\exists",
        '∄' => "\\nexists",
        '¬' => "\\neg",
        '∧' => "\\wedge",
        '∨' => "\\vee",
        '∩' => "\\cap",
        '∪' => "\\cup",
        '∑' => "\\sum",
        '∏' => "\\prod",
        '∐' => "\\coprod",
        '∫' => "\\int",
        '∬' => "\\iint",
        '∭' => "\\iiint",
        '∮' => "\\oint",
        '⋂' => "\\bigcap",
        '⋃' => "\\bigcup",
        '⋀' => "\\bigwedge",
        '⋁' => "\\bigvee",
        '⨁' => "\\bigoplus",
        '⨂' => "\\bigotimes",
        '±' => "\\pm",
        '∓' => "\\mp",
        '×' => "\\times",
        '÷' => "\\div",
        '⋅' | '·' => "\\cdot",
        '∗' => "*",
        '∘' => "\\circ",
        '∙' | '•' => "\\bullet",
        '⊕' => "\\oplus",
        '⊖' => "\\ominus",
        '⊗' => "\\otimes",
        '⊙' => "\\odot",
        '⋆' | '★' => "\\star",
        '†' => "\\dagger",
        '‡' => "\\ddagger",
        '≤' | '⩽' => "\\leq",
        '≥' | '⩾' => "\\geq",
        '≠' => "\\neq",
        '≡' => "\\equiv",
        '≈' => "\\approx",
        '∼' => "\\sim",
        '≃' => "\\simeq",
        '≅' => "\\cong",
        '∝' => "\\propto",
        '≪' => "\\ll",
        '≫' => "\\gg",
        '≺' => "\\prec",
        '≻' => "\\succ",
        '≔' => ":=",
        '∈' => "\\in",
        '∉' => "\\notin",
        '∋' => "\\ni",
        '⊂' => "\\subset",
        '⊃' => "\\supset",
        '⊆' => "\\subseteq",
        '⊇' => "\\supseteq",
        '∖' => "\\setminus",
        '⊥' => "\\perp",
        '∥' | '‖' => "\\|",
        '∣' => "\\mid",
        '∤' => "\\nmid",
        '∠' => "\\angle",
        '△' => "\\triangle",
        '□' => "\\square",
        '⊢' => "\\vdash",
        '⊨' => "\\models",
        '⊤' => "\\top",
        '→' | '⟶' => "\\to",
        '←' => "\\leftarrow",
        '↔' => "\\leftrightarrow",
        '⇒' => "\\Rightarrow",
        '⟹' => "\\implies",
        '⇐' => "\\Leftarrow",
        '⇔' => "\\Leftrightarrow",
        '⟺' => "\\iff",
        '↦' => "\\mapsto",
        '↑' => "\\uparrow",
        '↓' => "\\downarrow",
        '⇀' => "\\rightharpoonup",
        '⇌' => "\\rightleftharpoons",
        '…' => "\\ldots",
        '⋯' => "\\cdots",
        '⋮' => "\\vdots",
        '⋱' => "\\ddots",
        '⟨' | '〈' | '\u{2329}' => "\\langle",
        '⟩' | '〉' | '\u{232A}' => "\\rangle",
        '⌊' => "\\lfloor",
        '⌋' => "\\rfloor",
        '⌈' => "\\lceil",
        '⌉' => "\\rceil",
        '−' | '‐' | '–' => "-",
        '′' => "'",
        '″' => "''",
        '°' => "^{\\circ}",
        '√' => "\\surd",
        '{' => "\\{",
        '}' => "\\}",
        '%' => "\\%",
        '#' => "\\#",
        '&' => "\\&",
        '_' => "\\_",
        '$' => "\\$",
        '\\' => "\\backslash",
        '~' => "\\sim",
        '^' => "\\wedge",
        _ => return None,
    })
}
