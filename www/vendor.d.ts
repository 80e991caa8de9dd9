/** The build puts these modules into the site, so beside the sources there are only their types. */
declare module '*/vendor/postal-mime/postal-mime.js' {
  export { default } from 'postal-mime';
}

declare module '*/vendor/fflate/browser.js' {
  export { strToU8, zipSync } from 'fflate';
}

declare module '*/vendor/cdn-assets/core.min.js' {
  /** What a highlighter found, as a tree to walk. */
  interface Walker {
    addText(text: string): void;
    openNode(node: { scope?: string }): void;
    closeNode(): void;
  }
  const hljs: {
    getLanguage(name: string): unknown;
    registerLanguage(name: string, grammar: unknown): void;
    highlight(code: string, options: { language: string; ignoreIllegals: boolean }): { _emitter: { walk(walker: Walker): void } };
  };
  export default hljs;
}
