//! Code: what highlighters and editors call its parts, and languages by name.

use super::list::list;

/// What buttons over code are called.
pub(crate) const BUTTONS: &[&str] = list!(
    "copy|copied|copied!|copy code|copy to clipboard|copy snippet|copy link|run|run code|\
     try it|edit|raw|view raw|download|expand|collapse|wrap|wrap lines|toggle word wrap|\
     show more|copier|kopieren|copiar|copia|kopiëren|копировать|скопировать|复制|复制代码|コピー"
);

/// Parts of names of what does something with code: buttons, bars, tips.
pub(crate) const TOOL_WORDS: &[&str] = &["copy", "clipboard", "toolbar", "tooltip"];

/// Names of line numbers, without hyphens and underscores. Short ones are whole names, others parts of names.
pub(crate) const LINE_NUMBERS: &[&str] =
    &["lineno", "linenum", "lnnum", "lnt", "ln", "lnum", "gutter", "gl", "blobnum", "crayonnum", "diffnum", "rownum"];

/// Classes of what readers cannot select.
pub(crate) const UNSELECTABLE: &[&str] = &["select-none", "user-select-none", "no-select", "unselectable"];

/// Classes of `code` elements that stand as blocks.
pub(crate) const BLOCK_CLASSES: &[&str] = &["block", "code-block", "codeblock", "hljs"];

/// Parts of names of boxes that are there for code.
pub(crate) const PLACE_WORDS: &[&str] =
    &["code", "highlight", "hljs", "shiki", "prism", "syntax", "snippet", "terminal", "editor"];

/// Classes of highlighters beside which a language stands by itself.
pub(crate) const HIGHLIGHTERS: &[&str] =
    &["hl", "code", "chroma", "src", "brush", "sourcecode", "prettyprint", "syntaxhighlighter"];

/// How other such classes begin.
pub(crate) const HIGHLIGHTER_STARTS: &[&str] = &["highlight", "hljs", "code-"];

/// What highlighters put before the language in a class, where nothing else begins so.
pub(crate) const PREFIXES: &[&str] = &["language-", "highlight-source-", "highlight-text-", "sourcecode-"];

/// What stands before languages in a class, and before other words.
pub(crate) const WEAK_PREFIXES: &[&str] = &["lang-", "highlight-", "syntax-", "src-", "code-", "brush-", "snippet-"];

/// Names of languages as they are written in classes, labels and file names, in lower case.
pub(crate) const LANGUAGES: &str = "abap actionscript ada adoc agda apacheconf apex apl applescript arduino asciidoc asm asp aspnet \
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

/// Names of languages that are other things too where they stand by themselves.
pub(crate) const AMBIGUOUS: &[&str] = &["code", "terminal", "log"];

/// What stands for a language where there is none, or where none is known.
pub(crate) const NO_LANGUAGE: &[&str] =
    &["none", "plain", "plaintext", "text", "txt", "nohighlight", "auto", "default", "unknown"];

/// Labels of languages that are written otherwise in classes.
pub(crate) const LABELS: &[(&str, &str)] = &[
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
