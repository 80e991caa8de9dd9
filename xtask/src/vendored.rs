//! What the site carries of npm packages: single files, as they are, each package's with its licence.

use anyhow::Result;

use crate::files;
use crate::project::Project;

struct Vendored {
    package: &'static str,
    license: &'static str,
    /// The folder of the package in which the files are.
    folder: &'static str,
    files: &'static [&'static str],
}

const VENDORED: &[Vendored] = &[
    // E-books.
    Vendored { package: "fflate", license: "LICENSE", folder: "esm", files: &["browser.js"] },
    // Web archives.
    Vendored {
        package: "postal-mime",
        license: "LICENSE.txt",
        folder: "dist/esm",
        files: &[
            "address-parser.js",
            "base64-decoder.js",
            "base64-encoder.js",
            "decode-strings.js",
            "html-entities.js",
            "mime-node.js",
            "pass-through-decoder.js",
            "postal-mime.js",
            "qp-decoder.js",
            "text-format.js",
        ],
    },
    Vendored {
        package: "@fontsource-variable/literata",
        license: "LICENSE",
        folder: "files",
        files: &["literata-latin-wght-normal.woff2", "literata-latin-wght-italic.woff2"],
    },
    Vendored {
        package: "@fontsource-variable/atkinson-hyperlegible-next",
        license: "LICENSE",
        folder: "files",
        files: &[
            "atkinson-hyperlegible-next-latin-wght-normal.woff2",
            "atkinson-hyperlegible-next-latin-wght-italic.woff2",
        ],
    },
    // The colours of code: the core, and the languages that www/reader/highlight.js knows, as a test checks.
    Vendored { package: "@highlightjs/cdn-assets", license: "LICENSE", folder: "es", files: &["core.min.js"] },
    Vendored {
        package: "@highlightjs/cdn-assets",
        license: "LICENSE",
        folder: "es/languages",
        files: &[
            "bash.min.js",
            "c.min.js",
            "cpp.min.js",
            "csharp.min.js",
            "css.min.js",
            "diff.min.js",
            "dockerfile.min.js",
            "elixir.min.js",
            "go.min.js",
            "haskell.min.js",
            "ini.min.js",
            "java.min.js",
            "javascript.min.js",
            "json.min.js",
            "kotlin.min.js",
            "lua.min.js",
            "markdown.min.js",
            "perl.min.js",
            "php.min.js",
            "powershell.min.js",
            "python.min.js",
            "r.min.js",
            "ruby.min.js",
            "rust.min.js",
            "scala.min.js",
            "scss.min.js",
            "sql.min.js",
            "swift.min.js",
            "typescript.min.js",
            "xml.min.js",
            "yaml.min.js",
        ],
    },
];

/// Copies all of it into the site's vendor/, a folder for each package, named like it without its scope.
pub(crate) fn write(project: &Project) -> Result<()> {
    for Vendored { package, license, folder, files } in VENDORED {
        let from = project.path("node_modules").join(package);
        let to = project.dist("site").join("vendor").join(package.rsplit('/').next().unwrap_or(package));
        for name in *files {
            files::copy(&from.join(folder).join(name), &to.join(name))?;
        }
        files::copy(&from.join(license), &to.join("LICENSE.txt"))?;
    }
    Ok(())
}
