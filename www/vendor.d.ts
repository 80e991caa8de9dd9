/** Types of the modules that the build copies into the site's vendor/ folder. */
declare module '*/vendor/postal-mime/postal-mime.js' {
  export { default } from 'postal-mime';
}

declare module '*/vendor/fflate/browser.js' {
  export { strToU8, zipSync } from 'fflate';
}

declare module '*/vendor/cdn-assets/core.min.js' {
  /** Receives a highlighter's tokens as a tree. */
  interface TokenVisitor {
    addText(text: string): void;
    openNode(node: { scope?: string }): void;
    closeNode(): void;
  }
  const hljs: {
    getLanguage(name: string): unknown;
    registerLanguage(name: string, grammar: unknown): void;
    highlight(code: string, options: { language: string; ignoreIllegals: boolean }): { _emitter: { walk(visitor: TokenVisitor): void } };
  };
  export default hljs;
}
