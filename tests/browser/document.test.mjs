// One line says whether a text applies; the other facts unfold from it on a phone and stand beside the
// text on a wide screen.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { addressOf, pages } from './site.mjs';

const routine = pages.find(({ path }) => path === 'dokument/RUT-001/index.html');
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

function owner(page) {
  return page.locator('.status dt', { hasText: 'Ägare' });
}

describe('the tasks of a checklist', () => {
  it('keep their links among their words', async () => {
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: phone });
    const checklists = pages.filter(({ path }) => /dokument\/CHK-\d+\/index/.test(path));
    let links = 0;
    for (const checklist of checklists) {
      const { page } = await openPage(context, addressOf(checklist));
      const places = await page.locator('.task-list label a').evaluateAll((all) => all.map((link) => {
        const words = document.createRange();
        words.selectNodeContents(link.closest('label'));
        words.setEndBefore(link);
        const line = [...words.getClientRects()].at(-1);
        const [own] = link.getClientRects();
        return { isBeside: own.left >= line.right - 1 && own.top < line.bottom, isBelow: own.top >= line.bottom - 6,
                 isInColumn: own.left >= words.getClientRects()[1].left - 1 };
      }));
      for (const place of places) assert.ok((place.isBeside || place.isBelow) && place.isInColumn, checklist.path);
      links += places.length;
    }
    assert.ok(links > 3);
    await browser.close();
  });
});

describe('the facts of a document', () => {
  let browser;
  before(async () => { browser = await launchBrowser(); });
  after(() => browser.close());

  async function open(options) {
    const context = await browser.newContext(options);
    return (await openPage(context, addressOf(routine))).page;
  }

  it('are all shown on a wide screen, with nothing to fold', async () => {
    const page = await open({ viewport: desk });
    assert.ok(await owner(page).isVisible());
    assert.equal(await page.locator('.status-more').isVisible(), false);
    assert.equal(await page.locator('.status-box > summary').evaluate((each) => each.tabIndex), -1);
  });

  it('are folded on a phone but for the line that says whether the text applies', async () => {
    const page = await open({ viewport: phone });
    assert.equal(await owner(page).isVisible(), false);
    const line = page.locator('.status-line');
    assert.match(await line.innerText(), /Gäller.*utgåva 3.*sedan 1 juni 2026/);
    assert.ok((await line.boundingBox()).height < 40, 'one line');
    await line.click();
    assert.ok(await owner(page).isVisible());
  });

  it('unfold when the screen gets wide', async () => {
    const page = await open({ viewport: phone });
    await page.setViewportSize(desk);
    await owner(page).waitFor({ state: 'visible' });
  });

  it('unfold without scripts', async () => {
    const page = await open({ viewport: phone, javaScriptEnabled: false });
    await page.locator('.status-line').click();
    assert.ok(await owner(page).isVisible());
  });

  it('are all on paper, without anything to press', async () => {
    const page = await open({ viewport: desk });
    await page.emulateMedia({ media: 'print' });
    assert.ok(await owner(page).isVisible());
    assert.equal(await page.locator('.status-more').isVisible(), false);
  });
});

// Decision 0064: what is on the card is on the page of the document, in the same words, and nothing else.
describe('the card of a document', () => {
  let browser;
  before(async () => { browser = await launchBrowser(); });
  after(() => browser.close());

  const cards = pages.filter(({ kind }) => kind === 'card');
  const pageOf = (card) => pages.find(({ path }) => path === card.path.replace('kort.html', 'index.html'));

  it('is there for each routine and checklist that can be read', () => {
    const names = pages.filter(({ kind, path }) => kind === 'document' && /\/(RUT|LRU|CHK)-/.test(path));
    const without = names.filter(({ path }) => !cards.some((card) => pageOf(card).path === path));
    assert.ok(cards.length > 30);
    // One that nobody has followed yet.
    assert.deepEqual(without.map(({ path }) => path), ['dokument/RUT-027/index.html']);
  });

  it('says what its page says to do, and nothing else', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const parts = (page) => page.evaluate(() => {
      const plain = (element) => element.textContent.replace(/\s+/g, ' ').trim();
      const chosen = document.querySelectorAll('.banner, .document > .text, .document-main > .text, .ring');
      return { whole: plain(document.querySelector('main')), parts: [...chosen].map(plain) };
    });
    const page = await context.newPage();
    for (const card of cards) {
      await page.goto(addressOf(card));
      const said = await parts(page);
      await page.goto(addressOf(pageOf(card)));
      const expected = await parts(page);
      const isShown = said.parts.every((part) => expected.parts.includes(part) || expected.whole.includes(part));
      assert.ok(isShown, card.path);
      assert.ok(said.whole.length < said.parts.join(' ').length + 200, `${card.path} says more`);
    }
    await context.close();
  });

  it('of a repealed document shows the decision and no steps', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, addressOf(cards.find(({ path }) => path.includes('RUT-090'))));
    assert.match(await page.locator('.banner-danger').innerText(), /[Uu]pphävd/);
    assert.equal(await page.locator('.action').count(), 0);
    await context.close();
  });
});
