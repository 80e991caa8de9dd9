//! The language of code, from what highlighters, editors and labels call it.

use crate::dom::{Attr, Tag, Tree, TreeId};

use super::listing::Listing;
use super::names;

/// What highlighters put before the language in a class, where nothing else begins so.
const PREFIXES: [&str; 4] = ["language-", "highlight-source-", "highlight-text-", "sourcecode-"];

/// What stands before languages in a class, and before other words.
const WEAK_PREFIXES: [&str; 7] = ["lang-", "highlight-", "syntax-", "src-", "code-", "brush-", "snippet-"];

/// Attributes that hold nothing but a language.
const ATTRIBUTES: [Attr; 5] =
    [Attr::DataLang, Attr::DataLanguage, Attr::Language, Attr::DataCodeLanguage, Attr::DataEnlighterLanguage];

/// Names of languages as they are written in classes, labels and file names, in lower case.
const KNOWN: &str = "abap actionscript ada adoc agda apacheconf apex apl applescript arduino asciidoc asm asp aspnet \
    assembly astro awk bash basic bat batch bibtex bicep blade brainfuck c c++ cairo cc cfg clj clojure cmake cmd cobol \
    coffee coffeescript conf console coq cpp crystal cs csharp cshtml css csv cuda cxx cypher cython d dart delphi diff \
    django docker dockerfile dot dotenv elisp elixir elm emacs-lisp erb erl erlang ex exs f# fish fortran fs fsharp \
    gdscript gherkin git glsl go golang gql gradle graphql groovy h haml handlebars haskell hbs hcl hlsl hpp hs htm \
    html http idris ini ino ipython ipython3 java javascript jinja jinja2 jl js json json5 jsonc jsonnet jsx julia kotlin \
    kt kts latex lean lean4 less liquid lisp llvm log lua make makefile markdown mathematica matlab mdx md mermaid mips \
    ml mojo mongodb mysql nasm nginx nim nix objc objectivec ocaml octave odin pascal patch perl pgsql php pl plsql po \
    postgresql powershell prisma prolog properties protobuf proto ps1 psql pug puppet purescript py pycon python python2 \
    python3 pytb qml r racket rake rb reason rego regex rest rs rst ruby rust sas sass sc scala scheme scm scss sed sh \
    shell shell-session shellsession smalltalk sml sol solidity sparql spl sql stan stylus sv svelte svg swift systemverilog \
    tcl terminal terraform tex tf toml ts tsql tsx twig typescript typst v vala vb vba vbnet verilog vhdl vim viml vue \
    wasm wast wat wgsl wolfram xhtml xml xsl yaml yml zig zsh";

/// Labels of languages that are written otherwise in classes.
const LABELS: [(&str, &str); 9] = [
    ("c++", "cpp"),
    ("c#", "csharp"),
    ("f#", "fsharp"),
    ("objective-c", "objectivec"),
    ("shell session", "console"),
    ("visual basic", "vb"),
    ("plain text", ""),
    ("plaintext", ""),
    ("text", ""),
];

/// The language as named on the code, the listing, or a few elements around it.
pub(super) fn of(tree: &Tree, listing: Listing) -> Option<String> {
    const AROUND: usize = 4;
    let codes = tree.descendants(listing.root).into_iter().filter(|&id| tree.tag(id) == Tag::Code).take(1);
    let own = [listing.code, listing.root].into_iter().chain(codes).collect::<Vec<_>>();
    // The cells and rows of a listing's table name no language.
    let around = tree.ancestors(listing.root).filter(|&id| !matches!(tree.tag(id), Tag::Tr | Tag::Tbody | Tag::Table));
    let around = around.take(AROUND);
    let around = around.take_while(|&id| !matches!(tree.tag(id), Tag::Article | Tag::Main | Tag::Body));
    own.iter().copied().chain(around).find_map(|id| {
        ATTRIBUTES
            .iter()
            .find_map(|&name| tree.attr(id, name))
            .map(str::to_ascii_lowercase)
            .filter(|name| is_language(name))
            .or_else(|| of_names(tree, id))
            .or_else(|| of_brush(tree.attr(id, Attr::DataSyntaxhighlighterParams)?))
            .or_else(|| {
                // On text it is the language of people.
                let name = tree.attr(id, Attr::Lang).filter(|_| tree.tag(id) == Tag::Pre)?.to_ascii_lowercase();
                Some(name).filter(|name| is_known(name))
            })
    })
}

fn of_names(tree: &Tree, id: TreeId) -> Option<String> {
    let class = tree.attr(id, Attr::Class)?;
    let after = |prefixes: &[&str]| {
        names(tree, id).find_map(|name| Some(prefixes.iter().find_map(|prefix| name.strip_prefix(prefix))?.to_string()))
    };
    let certain = after(&PREFIXES).filter(|name| is_language(name));
    let likely = || after(&WEAK_PREFIXES).filter(|name| is_known(name) && is_language(name));
    certain.or_else(|| of_brush(class)).or_else(likely).or_else(|| {
        // Beside a highlighter's own name, a language stands by itself.
        let is_place = names(tree, id).any(|name| {
            matches!(
                name.as_str(),
                "hl" | "code" | "chroma" | "src" | "brush" | "sourcecode" | "prettyprint" | "syntaxhighlighter"
            ) || name.starts_with("highlight")
                || name.starts_with("hljs")
                || name.starts_with("code-")
        });
        let is_code = matches!(tree.tag(id), Tag::Pre | Tag::Code | Tag::Figure) || is_place;
        names(tree, id).find(|name| is_code && is_known(name) && !matches!(name.as_str(), "code" | "terminal" | "log"))
    })
}

/// The language in `brush: js; gutter: false`.
fn of_brush(settings: &str) -> Option<String> {
    let name = settings.split("brush:").nth(1)?.split([';', ' ']).find(|part| !part.is_empty())?.to_ascii_lowercase();
    Some(name).filter(|name| is_language(name))
}

/// The language that a label names, empty for plain text.
pub(super) fn of_label(label: &str) -> Option<String> {
    let label = label.trim().to_lowercase();
    let other = LABELS.iter().find(|(written, _)| *written == label).map(|(_, name)| name.to_string());
    other.or_else(|| Some(label).filter(|label| is_known(label)))
}

/// The language that a file's name ends with.
pub(super) fn of_file(name: &str) -> Option<String> {
    let name = name.trim();
    let (stem, end) = name.rsplit_once('.')?;
    let end = end.to_ascii_lowercase();
    let is_name = !stem.is_empty() && !name.contains(char::is_whitespace) && !name.contains("://");
    (is_name && is_known(&end)).then_some(end)
}

fn is_known(name: &str) -> bool {
    !name.is_empty() && KNOWN.split_ascii_whitespace().any(|known| known == name)
}

fn is_language(name: &str) -> bool {
    let odd = ["none", "plain", "plaintext", "text", "txt", "nohighlight", "auto", "default", "unknown"];
    (1..=20).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.'))
        && !odd.contains(&name)
}
