// The whole site: valid markup, and links that lead somewhere.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { LinkChecker } from 'linkinator';
import { launchBrowser, serveFolder } from './browser.mjs';
import { pages, siteFolder, testFolder } from './site.mjs';

const run = promisify(execFile);
const limits = { maxBuffer: 64 * 1024 * 1024 };
const modules = join(testFolder, 'node_modules');
const vnu = join(modules, 'vnu-jar', 'build', 'dist', 'vnu.jar');
const htmlValidateRules = JSON.parse(readFileSync(join(testFolder, 'html-validate.json'), 'utf8'));

// Runs a checker that prints what is wrong and fails if anything is.
async function checkWith(command, ...options) {
  const failure = await run(command, options, limits).then(
    () => '',
    ({ stdout, stderr }) => stdout + stderr,
  );
  assert.equal(failure, '');
}

// The file that `link` of `page` names and the place in it; undefined if it leaves the site.
function targetOf(page, link) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return undefined;
  const [address, fragment = ''] = link.split('#').map(decodeURIComponent);
  const file = address === '' ? page.file : resolve(dirname(page.file), address.split('?')[0]);
  return { link, address, fragment, path: relative(siteFolder, file) };
}

function targetsOf(page) {
  return page.links.map((link) => targetOf(page, link)).filter((target) => target !== undefined);
}

const pageAt = new Map(pages.map((page) => [page.path, page]));

// The links of all pages that are wrong, as "page → link".
function wrongLinks(isWrong) {
  return pages.flatMap((page) =>
    targetsOf(page).filter(isWrong).map(({ link }) => `${page.path} → ${link}`),
  );
}

describe('the site', () => {
  it('is valid HTML, CSS and SVG (Nu Html Checker)', () =>
    checkWith('java', '-jar', vnu, '--skip-non-html', '--also-check-css', '--also-check-svg',
      '--errors-only', '--format', 'gnu', siteFolder));

  // Its command works out the rules anew for each file, which takes as long as to check it.
  it('is well-kept HTML (html-validate)', () => {
    const loader = new StaticConfigLoader(htmlValidateRules);
    const config = loader.getConfigFor('');
    loader.getConfigFor = () => config;
    const validator = new HtmlValidate(loader);
    const wrong = (html, path) => validator.validateStringSync(html, path).results
      .flatMap(({ messages }) => messages.map(({ line, message }) => `${path}:${line}: ${message}`));
    assert.equal(wrong('<ul>\n<p>x</p>\n</ul>', 'x').length, 1);
    assert.deepEqual(pages.flatMap(({ file, path }) => wrong(readFileSync(file, 'utf8'), path)), []);
  });

  it('has no broken link (linkinator)', async () => {
    const result = await new LinkChecker().check({
      path: pages.map(({ path }) => path),
      serverRoot: siteFolder,
      linksToSkip: async (link) => !link.startsWith('http://localhost'),
    });
    const broken = result.links
      .filter(({ state }) => state === 'BROKEN')
      .map(({ url, parent }) => `${parent} → ${url}`);
    assert.deepEqual(broken, []);
    assert.ok(result.links.length > pages.length);
  });

  it('names explicit files, so that it works from a folder', () => {
    const wrong = wrongLinks(({ address }) => /^\/|(^|\/)(\.\.?)?$/.test(address || 'x'));
    assert.deepEqual(wrong.filter((link) => !link.startsWith('404.html ')), []);
  });

  it('says that a page does not exist, at whatever address', async () => {
    const browser = await launchBrowser();
    const server = await serveFolder(() => siteFolder, "default-src 'self'");
    const page = await browser.newPage();
    await page.goto(`${server.address}dokument/RUT-999/index.html`);
    assert.equal(await page.locator('h1').innerText(), 'Sidan finns inte');
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).margin), '8px');
    await page.locator('main a').first().click();
    assert.equal(page.url(), `${server.address}index.html`);
    await browser.close();
    server.close();
  });

  it('has every place that a link names', () => {
    const isMissing = ({ path, fragment }) =>
      fragment !== '' && pageAt.has(path) && !pageAt.get(path).ids.has(fragment);
    assert.deepEqual(wrongLinks(isMissing), []);
  });

  it('shows no reader what a program should have filled in', () => {
    const isUnfilled = (path) => />[^<]*\{[a-z]+\}[^<]*</.test(readFileSync(join(siteFolder, path), 'utf8'));
    assert.deepEqual([...pageAt.keys()].filter(isUnfilled), []);
  });

  // Names of rows may hold the id of a document; a heading may have its id after it, smaller.
  it('heads nothing with an id, and leads to no period or meeting by one', () => {
    const isCalledById = (path) => {
      const html = readFileSync(join(siteFolder, path), 'utf8').replace(/<(span|small) class="doc-id">.*?<\/\1>/g, '');
      return /<(h[1-4]|th scope="col")[^>]*>[^<]*\b\p{Lu}{2,4}-\d|>(SAM|LG)-\d[^<]*<\/a>/u.test(html);
    };
    assert.deepEqual([...pageAt.keys()].filter(isCalledById), []);
  });

  it('leads to every page from the start page', () => {
    const reached = new Set(['index.html']);
    for (const path of reached) {
      targetsOf(pageAt.get(path))
        .filter((target) => pageAt.has(target.path))
        .forEach((target) => reached.add(target.path));
    }
    // Sheets of paper lead to the pages in k/, by the code that is printed on them.
    const isFromElsewhere = (path) => path === '404.html' || path.startsWith('k/');
    const lost = [...pageAt.keys()].filter((path) => !reached.has(path) && !isFromElsewhere(path));
    assert.deepEqual(lost, []);
  });
});
