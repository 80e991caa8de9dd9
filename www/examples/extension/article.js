const { article } = await chrome.storage.session.get('article');
document.querySelector('h1').textContent = article.title;
document.querySelector('main').innerHTML = article.content; // safe HTML
