/** How to read a page. */
export interface ExtractOptions {
  /** The page's address (http or https), so that relative links resolve. */
  url?: string | null;
  /** Keep everything the page shows, instead of only its main content. */
  wholePage?: boolean;
  /** Keep pictures, which is the default; their captions stay in any case. */
  images?: boolean;
  /** Keep links to other pages, which is the default; their words stay in any case. */
  links?: boolean;
  /** Keep the cards that stand for films, sounds, posts and maps of other sites, which is the default. */
  embeds?: boolean;
  /**
   * What the content is written as; all three, unless said. What is left out costs nothing, and is `""` in the article:
   * `content` (`"html"`), `text`, `markdown`.
   */
  formats?: readonly ("html" | "text" | "markdown")[];
}

/** A page's main content and what is known about it. Absent values are `null`. */
export interface Article {
  /** The headline, without the site's name. It is not repeated in the content. */
  title: string | null;
  /** The authors as one line. */
  byline: string | null;
  authors: string[];
  siteName: string | null;
  /** ISO 8601, in the page's own offset where it gives one. */
  published: string | null;
  /** ISO 8601, in the page's own offset where it gives one. */
  modified: string | null;
  /** BCP 47. */
  lang: string | null;
  dir: "ltr" | "rtl" | null;
  excerpt: string | null;
  /** The standfirst under the headline. */
  dek: string | null;
  /** The lead image's address. */
  image: string | null;
  /** In pixels, where the page says so. */
  imageSize: { width: number; height: number } | null;
  favicon: string | null;
  canonicalUrl: string | null;
  tags: string[];
  section: string | null;
  /** The address of the licence it is published under. */
  license: string | null;
  /** Words; in scripts that write without spaces, characters. */
  wordCount: number;
  readingMinutes: { min: number; max: number };
  pageType: "article" | "documentation" | "forum" | "product" | "collection" | "listing" | "service";
  /** How sure it is that this is the main content, 0 to 1. */
  confidence: number;
  /** Safe HTML. */
  content: string;
  /** Plain text: blocks separated by a blank line, table cells by a tab. */
  text: string;
  /** CommonMark with GitHub's tables and strikethrough. */
  markdown: string;
  headings: { level: number; text: string; id: string }[];
  images: { src: string; alt: string | null; caption: string | null }[];
  /** Where each value came from, by field. */
  sources: Record<string, string>;
}

/**
 * Finds the main content of a page.
 * Throws an `Error` whose `name` is `NoContent`, `TooDeep`, `TooLarge` or `InvalidInput`.
 */
export function extract(html: string, options?: ExtractOptions | null): Article;

/** Whether a page has main content worth opening in a reader. Cheaper than `extract`. */
export function isReadable(html: string, options?: ExtractOptions | null): boolean;

/** The version of Recto. */
export function version(): string;
