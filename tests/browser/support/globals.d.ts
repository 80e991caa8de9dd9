/** Defined in the page by worker.spec.js. */
declare const createReader: typeof import('../../../www/worker.js').createReader;

/** Defined in the page by hostile.spec.js. */
declare const watch: () => {
  triggered: string[];
  begin(name: string): void;
  fireEvents(root: ParentNode): void;
  names(html: string): () => string[];
};

/** What live-page.spec.js puts into the page for its tests. */
declare const recto: typeof import('../../../www/recto.js');
