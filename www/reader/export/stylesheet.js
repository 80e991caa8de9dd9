/** The style sheet of exported web pages and EPUBs: neutral, with the fonts and colours of the viewing program. */
export const STYLESHEET = `
:root { color-scheme: light dark; }
body { max-width: 38rem; margin: 0 auto; padding: 1.5rem 1rem; font: 1.125rem/1.6 Georgia, serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
header p, footer { font-size: 0.875rem; opacity: 0.8; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5em 0; }
figcaption { font-size: 0.875rem; opacity: 0.8; }
blockquote, aside { margin: 1.5em 0; padding: 0 0 0 1em; border-left: 3px solid; }
[dir=rtl] blockquote, [dir=rtl] aside { padding: 0 1em 0 0; border-left: 0; border-right: 3px solid; }
pre { overflow-x: auto; white-space: pre-wrap; font-size: 0.875rem; }
table { border-collapse: collapse; font-size: 0.875rem; }
td, th { padding: 0.25em 0.5em; border: 1px solid; text-align: start; vertical-align: top; }
aside[aria-label]::before { content: attr(aria-label); font-weight: bold; }
footer { margin-top: 3em; }
`;
