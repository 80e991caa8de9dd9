import { expect, test } from './support/fixture.js';
import { archive, AROUND_ARTICLE, IN_ARTICLE, page as makePage, PNG, SELECTION, utf16, windows1252 } from './support/pages.js';

test.describe('pasting', () => {
  test('a selection from a page', async ({ site }) => {
    await site.paste({ 'text/html': SELECTION, 'text/plain': 'The winter ferry' });
    await expect(site.title).toHaveText('The winter ferry');
    await expect(site.content).toContainText(IN_ARTICLE);
  });

  test('a short selection is shown completely', async ({ site }) => {
    await site.paste({ 'text/html': '<p>The ferry sails at <b>nine</b>.</p>', 'text/plain': 'The ferry sails at nine.' });
    await expect(site.content).toContainText('The ferry sails at nine.');
  });

  test('page source', async ({ site }) => {
    await site.paste({ 'text/plain': makePage() });
    await expect(site.title).toHaveText('The winter ferry');
    await expect(site.content).toContainText(IN_ARTICLE);
    await expect(site.article).not.toContainText(AROUND_ARTICLE);
  });

  test('page source is preferred to its highlighted copy from an editor', async ({ site }) => {
    await site.paste({ 'text/plain': makePage(), 'text/html': '<pre><span style="color:red">&lt;!doctype html&gt;</span></pre>' });
    await expect(site.title).toHaveText('The winter ferry');
  });

  test('plain text keeps its paragraphs and angle brackets', async ({ site }) => {
    await site.paste({ 'text/plain': 'First, if 1 < 2 & 3 > 2.\nSame paragraph.\n\nSecond <script>alert(1)</script> one.' });
    await expect(site.content.locator('p')).toHaveCount(2);
    await expect(site.content.locator('p').first()).toContainText('First, if 1 < 2 & 3 > 2.');
    await expect(site.content.locator('p').last()).toContainText('Second <script>alert(1)</script> one.');
  });

  test('while an article is open', async ({ site }) => {
    await site.paste({ 'text/plain': makePage() });
    await expect(site.title).toHaveText('The winter ferry');
    await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
    await expect(site.title).toHaveText('The summer ferry');
  });

  test('into the empty source box reads the page', async ({ site }) => {
    await site.source.focus();
    await site.paste({ 'text/plain': makePage() });
    await expect(site.title).toHaveText('The winter ferry');
  });

  test('into a source box with text is left to the browser', async ({ site }) => {
    await site.source.fill('<p>Being written');
    await site.paste({ 'text/plain': makePage() });
    await expect(site.source).toHaveValue('<p>Being written');
    await expect(site.source).toBeVisible();
  });

  test('a URL shows an error, and is used for the next page', async ({ site }) => {
    await site.paste({ 'text/plain': 'https://skarvik.example/winter\n' });
    await expect(site.notice).toContainText('This is a URL, not a page');
    await expect(site.url).toHaveValue('https://skarvik.example/winter');

    await site.paste({ 'text/plain': makePage({ body: '<p>See <a href="/log">the captain’s log</a> for the years before.</p>' }) });
    await expect(site.content.getByRole('link', { name: 'the captain’s log' })).toHaveAttribute('href', 'https://skarvik.example/log');
  });

  test('nothing', async ({ site }) => {
    await site.paste({});
    await expect(site.notice).toContainText('Nothing to read');
  });
});

test.describe('dropping', () => {
  test('a saved page', async ({ site }) => {
    await site.drop({ file: { name: 'ferry.html', buffer: Buffer.from(makePage()) } });
    await expect(site.title).toHaveText('The winter ferry');
  });

  test('a selection', async ({ site }) => {
    await site.drop({ data: { 'text/html': SELECTION } });
    await expect(site.content).toContainText(IN_ARTICLE);
  });

  test('shows the overlay only while something is dragged over the page', async ({ site, page }) => {
    const overlay = page.locator('.drop-overlay');
    const drag = (/** @type {string} */ type) =>
      page.evaluate((name) => document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true })), type);
    await expect(overlay).toBeHidden();
    await drag('dragover');
    await expect(overlay).toBeVisible();
    await drag('dragleave');
    await expect(overlay).toBeHidden();
    await expect(site.source).toBeVisible();
  });
});

test.describe('opening a file', () => {
  const accented = makePage({ title: 'Café on the quay', lead: '<p>The café’s soup is 5 €.</p>' });

  /** @type {{ name: string, file: string, buffer: Buffer }[]} */
  const encodings = [
    { name: 'UTF-8 without a declaration', file: 'a.html', buffer: Buffer.from(accented) },
    { name: 'windows-1252 without a declaration', file: 'a.htm', buffer: windows1252(accented) },
    { name: 'windows-1252 as declared', file: 'a.html', buffer: windows1252(accented.replace('<head>', '<head><meta charset="iso-8859-1">')) },
    {
      name: 'an encoding declared the old way',
      file: 'a.html',
      buffer: windows1252(accented.replace('<head>', '<head><META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=windows-1252">')),
    },
    { name: 'UTF-16 with a byte order mark', file: 'a.xhtml', buffer: utf16(accented, 'le') },
    { name: 'big-endian UTF-16 with a byte order mark', file: 'a.html', buffer: utf16(accented, 'be') },
    { name: 'UTF-8 with a byte order mark and a wrong declaration', file: 'a.html', buffer: Buffer.from(`\ufeff${accented.replace('<head>', '<head><meta charset="koi8-r">')}`) },
  ];
  for (const { name, file, buffer } of encodings) {
    test(name, async ({ site }) => {
      await site.open({ name: file, buffer });
      await expect(site.title).toHaveText('Café on the quay');
      await expect(site.content).toContainText('The café’s soup is 5 €.');
    });
  }

  for (const transfer of /** @type {const} */ (['quoted-printable', 'base64'])) {
    test(`a web archive in ${transfer}`, async ({ site }) => {
      const html = windows1252(
        accented.replace('<head>', '<head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">').replace('The café’s', 'The <a href="menu">café’s</a>'),
      );
      const frame = '<html><body><p>Buy a boat today</p></body></html>';
      await site.open({
        name: 'ferry.mhtml',
        mimeType: 'multipart/related',
        buffer: archive({ address: 'https://skarvik.example/quay/', html, frame, transfer }),
      });
      await expect(site.title).toHaveText('Café on the quay');
      await expect(site.content).toContainText('The café’s soup is 5 €.');
      await expect(site.content.getByRole('link', { name: 'café’s' })).toHaveAttribute('href', 'https://skarvik.example/quay/menu');
      await expect(site.article).not.toContainText('Buy a boat');
    });
  }

  test('a text file is read as text', async ({ site }) => {
    await site.open({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Bring the pencil.\n\nAnd the log.') });
    await expect(site.content.locator('p')).toHaveText(['Bring the pencil.', 'And the log.']);
  });

  test('an image is rejected with its type, and the source box is kept', async ({ site }) => {
    await site.source.fill('<p>Kept');
    await site.open({ name: 'quay.html', buffer: PNG });
    await expect(site.notice).toContainText('“quay.html” is a PNG image');
    await expect(site.source).toHaveValue('<p>Kept');
  });

  test('a binary file is rejected', async ({ site }) => {
    await site.drop({ file: { name: 'quay.html', buffer: Buffer.from([1, 2, 0, 0, 9, 0]) } });
    await expect(site.notice).toContainText('“quay.html” is a file without text');
  });

  test('a web archive without a page is rejected', async ({ site }) => {
    const mail = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--\r\n';
    await site.open({ name: 'mail.mht', buffer: Buffer.from(mail) });
    await expect(site.notice).toContainText('“mail.mht” is a web archive without a page');
  });

  test('the same file can be opened twice', async ({ site }) => {
    const file = { name: 'ferry.html', buffer: Buffer.from(makePage()) };
    await site.open(file);
    await expect(site.title).toBeVisible();
    await site.back();
    await site.open(file);
    await expect(site.title).toBeVisible();
  });
});

test.describe('the source box', () => {
  test('is read with the button', async ({ site }) => {
    await site.readSource(makePage());
    await expect(site.title).toHaveText('The winter ferry');
    await expect(site.title).toBeFocused();
  });

  test('is read with Ctrl+Enter', async ({ site }) => {
    await site.source.fill(makePage());
    await site.source.press('ControlOrMeta+Enter');
    await expect(site.title).toHaveText('The winter ferry');
  });

  test('contains what was pasted', async ({ site }) => {
    const source = makePage();
    await site.paste({ 'text/plain': source });
    await expect(site.title).toBeVisible();
    await site.back();
    await expect(site.source).toHaveValue(source);
  });

  test('can be edited and read again', async ({ site }) => {
    await site.paste({ 'text/plain': makePage() });
    await expect(site.title).toBeVisible();
    await site.back();
    await site.readSource(makePage({ title: 'The summer ferry' }));
    await expect(site.title).toHaveText('The summer ferry');
  });

  test('shows the beginning of a long source, reads all of it, and can be cleared', async ({ site, page }) => {
    const source = makePage({ lead: `<!-- ${'padding '.repeat(150_000)} -->` });
    await site.paste({ 'text/plain': source });
    await expect(site.content).toContainText(IN_ARTICLE);
    await site.back();
    await expect(site.source).toBeVisible();
    await expect(page.getByText('The source is too long to display in full.')).toBeVisible();
    expect(source.startsWith(await site.source.inputValue())).toBe(true);
    await site.read.click();
    await expect(site.title).toBeVisible();

    await site.back();
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(site.source).toHaveValue('');
    await expect(site.source).toBeFocused();
    await site.readSource(makePage({ title: 'The summer ferry' }));
    await expect(site.title).toHaveText('The summer ferry');
  });

  test('shows an error when it is empty', async ({ site }) => {
    await site.read.click();
    await expect(site.notice).toContainText('Nothing to read');
  });
});

test.describe('the page URL', () => {
  const linking = makePage({ body: '<p>The rest of the years are in <a href="../log">the log</a> on the shelf.</p>' });

  test('resolves links', async ({ site }) => {
    await site.readSource(linking, 'skarvik.example/quay/winter');
    await expect(site.content.getByRole('link', { name: 'the log' })).toHaveAttribute('href', 'https://skarvik.example/log');
    await expect(site.article.getByRole('link', { name: 'View original on skarvik.example' })).toHaveAttribute('href', 'https://skarvik.example/quay/winter');
  });

  test('is optional, and without it relative links are removed', async ({ site }) => {
    await site.readSource(linking);
    await expect(site.content).toContainText('the log on the shelf');
    await expect(site.content.getByRole('link')).toHaveCount(0);
  });

  test('is read from the comment in a saved page', async ({ site }) => {
    await site.open({ name: 'ferry.html', buffer: Buffer.from(`<!-- saved from url=(0031)https://skarvik.example/quay/x -->\n${linking}`) });
    await expect(site.content.getByRole('link', { name: 'the log' })).toHaveAttribute('href', 'https://skarvik.example/log');
    await site.back();
    await expect(site.url).toHaveValue('https://skarvik.example/quay/x');
  });

  test('is not used for the next page', async ({ site }) => {
    await site.readSource(linking, 'https://skarvik.example/quay/');
    await expect(site.title).toBeVisible();
    await site.back();
    await site.paste({ 'text/html': SELECTION });
    await expect(site.title).toBeVisible();
    await expect(site.article.getByRole('link', { name: 'View original' })).toHaveCount(0);
  });

  test('shows an error at the field if it is invalid', async ({ site }) => {
    await site.readSource(linking, 'not an address');
    await expect(site.url).toBeFocused();
    await expect(site.url).toHaveAttribute('aria-invalid', 'true');
    await expect(site.page.getByRole('alert')).toContainText('not a valid URL');
    await site.url.fill('');
    await expect(site.url).not.toHaveAttribute('aria-invalid');
    await site.read.click();
    await expect(site.title).toBeVisible();
  });
});

test('the sample shows the article without clutter', async ({ site, page }) => {
  await page.getByRole('button', { name: 'Try a sample' }).click();
  await expect(site.title).toHaveText('The right-hand page');
  await expect(site.article).toContainText('Ottilie Marsh');
  await expect(site.article.getByRole('time')).toHaveText('17 October 2024');
  await expect(site.content.getByRole('heading', { level: 2 })).toHaveText(['A place to begin', 'A small vocabulary', 'On screens']);
  await expect(site.content.locator('blockquote')).toContainText('Some books are to be tasted');
  await expect(site.content.getByRole('table')).toContainText('Quaternion');
  await expect(site.content.locator('pre')).toContainText('break-before: recto;');
  await expect(site.content.getByRole('listitem')).toHaveCount(3);
  for (const clutter of ['Glue!', 'Accept all', 'Trending', 'You may also like', 'gluefan_88', 'newsletters', 'Jobs']) {
    await expect(site.article).not.toContainText(clutter);
  }
  const figure = site.content.getByRole('img', { name: 'An open book.' });
  await expect(figure).toBeVisible();
  await expect.poll(() => figure.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth)).toBeGreaterThan(0);
  await expect(site.article.locator('.info-bar')).toBeHidden();
});
