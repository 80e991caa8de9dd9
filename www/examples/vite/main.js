import { createReader } from 'recto-reader/worker';

const reader = createReader();
const response = await fetch('/story.html');
const article = await reader.extract(await response.text(), { url: response.url, signal: AbortSignal.timeout(20_000) });
document.querySelector('h1').textContent = article.title;
document.querySelector('main').innerHTML = article.content; // safe HTML
