// One page of each kind, wide and narrow, light and dark: accessible, quiet, and no wider than the
// window. Of the rules of axe two look at colours; the others cannot tell dark from light.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, watchPage } from './browser.mjs';
import { addressOf, firstPageOfEachKind, pages } from './site.mjs';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = readFileSync(axeFile, 'utf8');
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const rulesOfColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

async function accessibilityViolations(page, runOnly) {
  const result = await page.evaluate(
    (rules) => axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false }),
    runOnly,
  );
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} – ${node.target.join(' ')}`),
  );
}

function widthOfContent(page) {
  return page.evaluate(() => document.scrollingElement.scrollWidth);
}

describe('pages', { concurrency: 2 }, () => {
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('say what kind they are', () => {
    assert.notEqual(pages.length, 0);
    const silent = pages.filter((page) => page.kind === undefined).map((page) => page.path);
    assert.deepEqual(silent, []);
  });

  for (const width of [1280, 320]) {
    describe(`${width} px`, { concurrency: 1 }, () => {
      let context, page, complaints;
      before(async () => {
        context = await browser.newContext({ viewport: { width, height: 900 } });
        page = await context.newPage();
        complaints = watchPage(page);
      });
      after(() => context.close());

      for (const subject of firstPageOfEachKind()) {
        it(`${subject.kind}: ${subject.path}`, async () => {
          complaints.length = 0;
          await page.emulateMedia({ colorScheme: 'light' });
          await page.goto(addressOf(subject), { waitUntil: 'load' });
          assert.deepEqual(complaints, []);
          assert.ok((await widthOfContent(page)) <= width, 'scrolls sideways');
          await page.evaluate(axeSource);
          assert.deepEqual(await accessibilityViolations(page, everyRule), []);
          await page.emulateMedia({ colorScheme: 'dark' });
          assert.deepEqual(await accessibilityViolations(page, rulesOfColour), []);
        });
      }
    });
  }
});
