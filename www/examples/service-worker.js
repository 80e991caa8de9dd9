// A classic worker, as not every browser loads modules in one. Answers read?page.html with the article of page.html.
importScripts('./recto-reader/inline.global.js');

addEventListener('fetch', (event) => {
  const { pathname, search } = new URL(event.request.url);
  if (pathname.endsWith('/read')) event.respondWith(read(search.slice(1)));
});

async function read(path) {
  const [response] = await Promise.all([fetch(path), recto.init()]);
  const { content } = recto.extract(await response.text(), { url: response.url });
  const html = `<!doctype html><meta charset="utf-8"><main>${content}</main>`;
  return new Response(html, { headers: { 'content-type': 'text/html' } });
}
