// What a reader meets first: on a phone the first thing to do stands high up, and what folds does not
// keep anybody from reading, with scripts or without.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { addressOf, firstPageOfEachKind, pages } from './site.mjs';

const phone = { width: 400, height: 800 };
const desk = { width: 1280, height: 900 };
const pageAt = (path) => pages.find((page) => page.path === path);
const routine = pageAt('dokument/RUT-001/index.html');
const routines = pages.filter(({ path }) => /^dokument\/RUT-\d+\/index\.html$/.test(path));

// The first step, box to tick or urgent box of the text to act by; nothing if it is repealed.
function topOfFirstInstruction() {
  const first = document.querySelector('.box-urgent, .action li');
  return first && first.getBoundingClientRect().top + window.scrollY;
}

// Browsers tell scripts of a new width in the next frame.
function nextFrame() {
  return new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

// The boxes of everything that takes the focus, in the order in which Tab reaches them. Tables and
// pictures have an order of their own: row by row, and step by step.
// The wheel goes round: its order is clockwise.
function focusOrder() {
  const all = 'a[href], button, input, summary, [tabindex="0"]';
  return [...document.querySelectorAll(all)]
    .filter((each) => each.tabIndex >= 0 && !each.matches('.skip-link') &&
      !each.closest('table, svg, .wheel, details:not([open]) > :not(summary)') &&
      each.checkVisibility({ contentVisibilityAuto: true }) && each.getClientRects().length > 0)
    .map((each) => {
      const { left, top, bottom } = each.getClientRects()[0];
      return { left, top, bottom, text: each.textContent.trim().slice(0, 40) };
    });
}

// Those that stand wholly above what has the focus before them, in the same column.
function stepsUp(order) {
  return order.flatMap((each, index) => {
    const before = order[index - 1];
    const isUp = before && each.bottom <= before.top + 1 && each.left < before.left + 200;
    return isUp ? [`${before.text} → ${each.text}`] : [];
  });
}

describe('a reader', () => {
  // What is only looked at is loaded in one tab: a new one costs more than the page.
  let browser, tab;
  before(async () => {
    browser = await launchBrowser();
    tab = await browser.newPage({ viewport: phone });
  });
  after(() => browser.close());

  async function open(page, options) {
    const context = await browser.newContext(options);
    return (await openPage(context, addressOf(page))).page;
  }

  async function firstInstruction(page) {
    await tab.setViewportSize(phone);
    await tab.goto(addressOf(page), { waitUntil: 'load' });
    return tab.evaluate(topOfFirstInstruction);
  }

  it('finds the first instruction of a routine within a screen on a phone', async () => {
    const tops = [];
    for (const page of routines) tops.push(await firstInstruction(page));
    const found = tops.filter((top) => top !== null);
    assert.ok(found.length >= 25, `only ${found.length} routines say what to do`);
    assert.ok(median(found) <= 500, `median ${median(found)}`);
    assert.ok(Math.max(...found) <= 800, `${Math.max(...found)}`);
  });

  it('finds it higher still where it is most urgent', async () => {
    for (const path of ['dokument/CHK-002/index.html', 'dokument/RUT-019/index.html']) {
      const silent = await open(pageAt(path), { viewport: phone, javaScriptEnabled: false });
      for (const top of [await firstInstruction(pageAt(path)), await silent.evaluate(topOfFirstInstruction)])
        assert.ok(top !== null && top <= 400, `${path}: ${top}`);
    }
  });

  it('meets a header of at most 100 px on a phone', async () => {
    for (const path of ['index.html', 'dokument/RUT-001/index.html', 'enheter/sabo-lonn/index.html']) {
      const page = await open(pageAt(path), { viewport: phone });
      const { height } = await page.locator('.site-header').boundingBox();
      assert.ok(height <= 100, `${path}: ${height}`);
    }
  });

  it('opens the menu on a phone, and has it open on a wide screen', async () => {
    const page = await open(routine, { viewport: phone });
    const entry = page.locator('.site-nav a').first();
    assert.equal(await entry.isVisible(), false);
    await page.locator('.site-menu > summary').click();
    assert.ok(await entry.isVisible());
    await page.setViewportSize(desk);
    await entry.waitFor({ state: 'visible' });
    assert.equal(await page.locator('.site-menu > summary').isVisible(), false);
  });

  it('has the facts beside the text on a wide screen', async () => {
    const page = await open(routine, { viewport: desk });
    const facts = await page.locator('.status-box').boundingBox();
    const text = await page.locator('.action').boundingBox();
    assert.ok(facts.x + facts.width <= text.x, 'beside each other');
    assert.ok(text.y < facts.y + facts.height, 'and not below');
  });

  it('unfolds what a link leads into', async () => {
    const page = await open(routine, { viewport: phone });
    const fold = page.locator('.fold').last();
    assert.equal(await fold.evaluate((each) => each.open), false);
    const id = await fold.locator('h2').getAttribute('id');
    await page.evaluate((hash) => { location.hash = hash; }, id);
    await page.waitForFunction(() => document.querySelector('.fold[open]') !== null);
    assert.ok(await fold.evaluate((each) => each.open));
  });

  it('has all of it on paper', async () => {
    const page = await open(routine, { viewport: phone });
    await page.emulateMedia({ media: 'print' });
    const text = page.locator('.fold').last().locator('p, ul').first();
    const { height } = await text.boundingBox();
    assert.ok(height > 0);
  });

  // One load for all widths: what the width changes follows it, as in a window that somebody drags.
  it('reaches everything in the order in which it stands, at 400, 768 and 1280 px', async () => {
    const wrong = [];
    for (const subject of [...firstPageOfEachKind(), pageAt('dokument/RUT-020/index.html'),
      pageAt('dokument/CHK-002/index.html'), pageAt('processer/PRO-005/index.html')]) {
      await tab.setViewportSize(phone);
      await tab.goto(addressOf(subject), { waitUntil: 'load' });
      for (const width of [400, 768, 1280]) {
        await tab.setViewportSize({ width, height: 800 });
        await tab.evaluate(nextFrame);
        const up = stepsUp(await tab.evaluate(focusOrder));
        if (up.length > 0) wrong.push(`${subject.path} at ${width} px: ${up.join(', ')}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});
