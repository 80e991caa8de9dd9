/** What worker.spec.js puts into the page for its tests. */
declare const createReader: typeof import('../../../www/worker.js').createReader;

/** What hostile.spec.js puts into the page for its tests. */
declare const watch: () => {
  sang: string[];
  begin(name: string): void;
  wake(root: ParentNode): void;
  names(html: string): () => string[];
};

/** What live-page.spec.js puts into the page for its tests. */
declare const recto: typeof import('../../../www/recto.js');
