// A register that the handbook declares itself: its page, and the ways to it and from it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { siteFolder } from './site.mjs';

const address = (...parts) => pathToFileURL(join(siteFolder, ...parts)).href;
const register = address('register', 'medicintekniska-produkter', 'index.html');

describe('a register of the handbook', () => {
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('is whole without scripts, and without what is no longer in use', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page, complaints } = await openPage(context, register);
    assert.deepEqual(complaints, []);
    assert.equal(await page.locator('#register tbody tr').count(), 6);
    assert.equal(await page.locator('#MTP-07').count(), 0);
    assert.match(await page.locator('#MTP-04').innerText(), /nästa\s+15 december 2026/);
    await context.close();
  });

  it('is sorted by a column', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, register);
    const rows = page.locator('#register tbody tr');
    await page.getByRole('button', { name: 'Årlig kontroll' }).click();
    assert.equal(await rows.first().getAttribute('id'), 'MTP-04');
    await context.close();
  });

  it('is reached from the start page, the role, the unit and the search', async () => {
    const context = await browser.newContext();
    for (const way of [
      ['index.html'],
      ['roller', 'SSK', 'index.html'],
      ['enheter', 'hsv-team', 'index.html'],
    ]) {
      const { page } = await openPage(context, address(...way));
      const links = page.locator('a[href*="register/medicintekniska-produkter/index.html"]');
      assert.ok((await links.count()) > 0, way.join('/'));
    }
    const { page } = await openPage(context, address('sok.html') + '?q=HSV-021');
    await page.getByRole('link', { name: 'Blodtrycksmätare' }).first().click();
    assert.match(page.url(), /medicintekniska-produkter\/index\.html#MTP-04$/);
    await context.close();
  });

  it('fits a phone', async () => {
    const context = await browser.newContext({ viewport: { width: 400, height: 800 } });
    const { page } = await openPage(context, register);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 400, String(width));
    await context.close();
  });
});
