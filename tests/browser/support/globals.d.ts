/** What worker.spec.js puts into the page for its tests. */
declare const createReader: typeof import('../../../www/worker.js').createReader;
