// One page of each kind, light and dark, wide and narrow: accessible, quiet, and no wider than
// the window.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { addressOf, firstPageOfEachKind, pages } from './site.mjs';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = readFileSync(axeFile, 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function accessibilityViolations(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(
    (tags) => axe.run(document, { runOnly: tags, resultTypes: ['violations'], preload: false }),
    axeTags,
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

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 320]) {
      describe(`${colorScheme}, ${width} px`, () => {
        let context;
        before(async () => {
          context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
        });
        after(() => context.close());

        for (const subject of firstPageOfEachKind()) {
          it(`${subject.kind}: ${subject.path}`, async () => {
            const { page, complaints } = await openPage(context, addressOf(subject));
            assert.deepEqual(complaints, []);
            assert.ok((await widthOfContent(page)) <= width, 'scrolls sideways');
            assert.deepEqual(await accessibilityViolations(page), []);
            await page.close();
          });
        }
      });
    }
  }
});
