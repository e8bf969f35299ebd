// One page of each kind, wide and narrow, light and dark, in both languages and in another theme than
// that of the program: accessible, quiet, no wider than the window, light, and still while it loads. Of
// the rules of axe two look at colours; the others cannot tell dark from light.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launchBrowser, watchPage } from './browser.mjs';
import { addressOf, firstPageOfEachKind, pages, pagesOf, program, testFolder } from './site.mjs';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = readFileSync(axeFile, 'utf8');
const everyRule = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'label-content-name-mismatch': { enabled: true } },
};
const rulesOfColour = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

const sizeMax = 60 * 1024;
const requestsMax = 6;
const shiftMax = 0.02;
// WCAG 1.4.12.
const textSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

const around = mkdtempSync(join(tmpdir(), 'handbok-pages-'));
const project = join(testFolder, '..', '..');
const otherTheme = join(around, 'theme');
cpSync(join(project, 'themes', 'default'), otherTheme, { recursive: true });
cpSync(join(testFolder, '..', 'themes', 'board'), otherTheme, { recursive: true });

function built(name, sources, ...options) {
  const site = join(around, name);
  const { status, stderr } = spawnSync(program,
    ['build', join(project, sources), '-o', site, '--as-of', '2026-11-21', ...options], { encoding: 'utf8' });
  assert.ok(status <= 1, stderr);
  return pagesOf(site);
}

// Both languages and both themes; the other two pairs would show nothing else.
const sites = {
  Swedish: pages,
  'English, other theme': built('english', 'tests/handbooks/iso9001', '--theme', otherTheme),
};

// Of what is alike in a list or table, but for how much of it there is, three are left: axe would find the same faults in hundreds.
function thinWhatRepeats() {
  const shapeOf = (element) => `${element.tagName}${[...element.attributes]
    .map(({ name, value }) => (name === 'class' ? value : name))}(${[...new Set([...element.children].map(shapeOf))]})`;
  for (const list of document.querySelectorAll('ul, ol, tbody')) {
    if (list.querySelector('[rowspan]')) continue;
    const counts = new Map();
    for (const child of [...list.children]) {
      const shape = shapeOf(child);
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
      if (counts.get(shape) > 3) child.remove();
    }
  }
}

// Words in another size than the six of the theme, in what is no picture.
function lettersOfOtherSizes() {
  const root = getComputedStyle(document.documentElement);
  const sizes = ['fine', 'small', 'text', 'large', 'heading', 'title']
    .map((name) => Number.parseFloat(root.getPropertyValue(`--size-${name}`)) * Number.parseFloat(root.fontSize));
  const odd = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, data } = texts.currentNode;
    if (data.trim() === '' || parentElement.closest('svg, script, noscript, option')) continue;
    const size = Number.parseFloat(getComputedStyle(parentElement).fontSize);
    if (!sizes.some((each) => Math.abs(each - size) < 0.05)) odd.add(`${parentElement.outerHTML.slice(0, 80)}: ${size}`);
  }
  return [...odd];
}

// Words of headings, row heads, labels and names to ring that go on in the next line. Chromium knows no
// Swedish here and breaks a word without a hyphen, only where it has no room (decision 0073).
function brokenWords() {
  const broken = [];
  for (const element of document.querySelectorAll('h1, h2, h3, h4, tbody th, dt, .card-name, .ring-list')) {
    if (element.closest('svg, .risk-matrix')) continue;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/\p{L}{6,}/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
      }
    }
  }
  return broken;
}

// The pages with the longest words in their headings: they have the least room on a phone.
function pagesOfLongWords(all, count) {
  const longest = ({ file }) => {
    const heading = readFileSync(file, 'utf8').match(/<h1>(.*?)<\/h1>/s)?.[1] ?? '';
    return Math.max(0, ...(heading.match(/\p{L}+/gu) ?? []).map((word) => word.length));
  };
  const lengths = new Map(all.map((page) => [page, longest(page)]));
  return [...all].sort((a, b) => lengths.get(b) - lengths.get(a)).slice(0, count);
}

// Tables that reach out of the column of the page.
function tablesTooWide() {
  const edge = document.querySelector('main').getBoundingClientRect().right + 1;
  return [...document.querySelectorAll('main table')].filter((table) => !table.closest('.table-scroll'))
    .filter((table) => table.getBoundingClientRect().right > edge).map((table) => table.className);
}

async function accessibilityViolations(page, options) {
  const result = await page.evaluate(
    (asked) => axe.run(document, { ...asked, resultTypes: ['violations'], preload: false }),
    options,
  );
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} – ${node.target.join(' ')}`),
  );
}

function widthOfContent(page) {
  return page.evaluate(() => document.scrollingElement.scrollWidth);
}

// What a page loads by itself, each file once.
function filesOf({ file }) {
  const html = readFileSync(file, 'utf8');
  const tags = html.match(/<(script|img|link)\b[^>]*>/g) ?? [];
  const loaded = tags.filter((tag) => !tag.startsWith('<link') || /rel="(stylesheet|icon)"/.test(tag));
  const names = loaded.map((tag) => tag.match(/ (?:src|href)="([^"]*)"/)[1]);
  return [file, ...new Set(names.map((name) => resolve(dirname(file), name)))];
}

const packed = new Map();
function packedSize(file) {
  if (!packed.has(file)) packed.set(file, gzipSync(readFileSync(file)).length);
  return packed.get(file);
}

describe('pages', { concurrency: 2 }, () => {
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    rmSync(around, { recursive: true });
  });

  it('say what kind they are', () => {
    assert.notEqual(pages.length, 0);
    const silent = pages.filter((page) => page.kind === undefined).map((page) => page.path);
    assert.deepEqual(silent, []);
  });

  it('are light', () => {
    const heavy = pages.filter(({ kind }) => kind !== 'not_found')
      .map((page) => ({ path: page.path, files: filesOf(page) }))
      .map(({ path, files }) => ({ path, requests: files.length, size: files.reduce((sum, file) => sum + packedSize(file), 0) }))
      .filter(({ requests, size }) => requests > requestsMax || size > sizeMax);
    assert.deepEqual(heavy, []);
  });

  it('has room for the longest words at 320 px', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    for (const subject of pagesOfLongWords(pages, 10)) {
      await page.goto(addressOf(subject), { waitUntil: 'load' });
      assert.deepEqual(await page.evaluate(brokenWords), [], subject.path);
    }
    await context.close();
  });

  for (const [name, all] of Object.entries(sites)) {
    for (const width of [1280, 320]) {
      describe(`${name}, ${width} px`, { concurrency: 1 }, () => {
        let context, page, complaints;
        before(async () => {
          context = await browser.newContext({ viewport: { width, height: 900 } });
          page = await context.newPage();
          complaints = watchPage(page);
          await page.addInitScript(() => {
            window.shifted = 0;
            new PerformanceObserver((seen) => seen.getEntries().forEach((entry) => {
              window.shifted += entry.value;
            })).observe({ type: 'layout-shift', buffered: true });
          });
        });
        after(() => context.close());

        for (const subject of firstPageOfEachKind(all)) {
          it(`${subject.kind}: ${subject.path}`, async () => {
            complaints.length = 0;
            await page.emulateMedia({ colorScheme: 'light' });
            await page.goto(addressOf(subject), { waitUntil: 'load' });
            assert.deepEqual(complaints, []);
            assert.ok((await widthOfContent(page)) <= width, 'scrolls sideways');
            const shifted = await page.evaluate(() => window.shifted);
            assert.ok(shifted <= shiftMax, `shifts by ${shifted}`);
            assert.deepEqual(await page.evaluate(tablesTooWide), []);
            assert.doesNotMatch(await page.innerText('main'), /\b[A-Z][a-z]+ \d{1,2}, 20\d\d\b/, 'a date of another English');
            if (name === 'Swedish') assert.deepEqual(await page.evaluate(brokenWords), []);
            if (width === 320) {
              await page.evaluate(() => document.querySelector('.site-menu')?.setAttribute('open', ''));
              assert.ok((await widthOfContent(page)) <= width, 'scrolls sideways with the menu open');
              const spacing = await page.addStyleTag({ content: textSpacing });
              assert.ok((await widthOfContent(page)) <= width, 'scrolls sideways with spaced text');
              await spacing.evaluate((style) => style.remove());
            }
            await page.evaluate(thinWhatRepeats);
            assert.deepEqual(await page.evaluate(lettersOfOtherSizes), []);
            await page.evaluate(axeSource);
            assert.deepEqual(await accessibilityViolations(page, everyRule), []);
            await page.emulateMedia({ colorScheme: 'dark' });
            assert.deepEqual(await accessibilityViolations(page, rulesOfColour), []);
          });
        }
      });
    }
  }
});
