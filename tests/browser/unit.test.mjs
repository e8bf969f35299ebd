// "My unit": chosen once, kept in the browser, forgotten when asked.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { addressOf, pages } from './site.mjs';

const pageAt = (path) => pages.find((page) => page.path === path);
const unitPages = pages.filter(({ path }) => /^enheter\/[^/]+\/index\.html$/.test(path));

describe('my unit', () => {
  let browser, context;
  before(async () => { browser = await launchBrowser(); });
  after(() => browser.close());
  beforeEach(async () => { context = await browser.newContext({ viewport: { width: 400, height: 800 } }); });

  async function open(path) {
    const { page, complaints } = await openPage(context, addressOf(pageAt(path)));
    assert.deepEqual(complaints, []);
    return page;
  }

  async function choose(unit) {
    const page = await open(`enheter/${unit}/index.html`);
    await page.locator('[data-choose]').click();
    return page;
  }

  it('is chosen on its page and named on the start page', async () => {
    const page = await choose('sabo-stra');
    assert.equal(await page.locator('[data-choose]').isVisible(), false);
    const start = await open('index.html');
    const link = start.locator('.start-unit a');
    assert.equal(await link.textContent(), 'Strandgläntans äldreboende');
    await link.click();
    assert.match(start.url(), /enheter\/sabo-stra\/index\.html$/);
  });

  it('has what its staff need first on seven screens of a phone, and the rest folded', async () => {
    const page = await open('enheter/sabo-lonn/index.html');
    const height = await page.evaluate(() => document.scrollingElement.scrollHeight);
    assert.ok(height <= 7 * 800, `${height} px`);
    assert.equal(await page.getByText('Alla patienter bedöms samma dag').isVisible(), false);
    await page.locator('.page-contents a[href="#egenkontroll"]').click();
    assert.ok(await page.getByText('Alla patienter bedöms samma dag').isVisible());
  });

  it('is forgotten when asked', async () => {
    const page = await choose('sabo-stra');
    await page.locator('[data-forget]:visible').first().click();
    assert.ok(await page.locator('[data-choose]').isVisible());
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    const start = await open('index.html');
    assert.equal(await start.locator('.start-unit').isVisible(), false);
  });

  it('opens what the unit adds to a routine, and says that it rests on an older text', async () => {
    await choose('sabo-stra');
    const page = await open('dokument/RUT-020/index.html');
    const box = page.locator('.local-box[data-unit="sabo-stra"]');
    assert.ok(await box.getByText('Kvittera ut din personliga tagg').isVisible());
    assert.match(await box.locator('.local-outdated').textContent(), /utgåva 3 .* utgåva 4/);
    const changes = await box.locator('.local-outdated a').last().getAttribute('href');
    assert.match(changes, /jamfor-3-4\.html$/);
    for (const other of await page.locator('.local-box:not([data-unit="sabo-stra"])').all())
      assert.equal(await other.isVisible(), false);
  });

  it('is no condition: without scripts each unit finds what it adds', async () => {
    const silent = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(silent, addressOf(pageAt('dokument/RUT-020/index.html')));
    await page.locator('.local-group > summary').click();
    const box = page.locator('.local-box[data-unit="sabo-stra"]');
    await box.locator('summary').click();
    assert.ok(await box.getByText('Kvittera ut din personliga tagg').isVisible());
  });

  it('has its numbers first', async () => {
    const before = await open('dokument/RUT-019/index.html');
    assert.ok(await before.locator('a[href="tel:0980319210"]').isVisible());
    await choose('sabo-lonn');
    const page = await open('dokument/RUT-019/index.html');
    const dialled = (list) => list.locator('.tel').evaluateAll((links) => links.map((link) => link.href));
    const numbers = await dialled(page.locator('.ring-mine'));
    assert.ok(numbers.includes('tel:0980319231'), numbers.join(', '));
    assert.ok(numbers.includes('tel:0980319210'), 'the nurse at night');
    const reporting = await open('sag-till/index.html');
    const told = await dialled(reporting.locator('.ring-mine').first());
    assert.deepEqual(told, ['tel:0980319221', 'tel:0980319211']);
  });

  // The script's rule is that of the program: what applies at the unit is what its page lists.
  it('leaves out of lists what does not reach it, and nothing else', async () => {
    for (const unit of unitPages) {
      const page = await openPage(context, addressOf(unit)).then((opened) => opened.page);
      const listed = new Set(await page.locator('#galler ~ * .doc-id, #galler ~ ul .doc-id').allTextContents());
      if ((await page.locator('[data-choose]').count()) === 0) continue;
      await page.locator('[data-choose]').click();
      const role = await open('roller/OMV/index.html');
      const rows = await role.locator('.cards-readings tbody tr').evaluateAll((all) => all.map((row) => ({
        id: row.querySelector('.doc-id').textContent, hidden: row.hidden })));
      assert.ok(rows.length > 10);
      for (const { id, hidden } of rows) assert.equal(hidden, !listed.has(id), `${unit.path}: ${id}`);
      await role.close();
      await page.close();
    }
  });

  it('filters the news until somebody wants all', async () => {
    await choose('dv-hjul');
    const page = await open('nytt/index.html');
    const hidden = page.locator('.news-entry[hidden]');
    assert.ok((await hidden.count()) > 0);
    assert.match(await page.locator('.unit-filter [role=status]').textContent(), /\d+$/);
    await page.locator('.unit-filter input').uncheck();
    assert.equal(await hidden.count(), 0);
  });

  it('believes nothing that is not a unit', async () => {
    const page = await open('index.html');
    for (const value of ['{', '[]', '{"id":1}',
      '{"id":"a","name":"A","href":"javascript:alert(1)","line":["a"],"regimes":[]}']) {
      await page.evaluate((text) => localStorage.setItem('handbok.unit', text), value);
      const start = await open('index.html');
      assert.equal(await start.locator('.start-unit').isVisible(), false, value);
    }
  });
});
