// The tables of the registers: whole without scripts, filtered and sorted with them.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { siteFolder } from './site.mjs';

const risks = pathToFileURL(join(siteFolder, 'risker', 'index.html')).href;

// The first cells of the rows that the page's first register shows.
function shownRows(page) {
  const rows = page.locator('table[data-table-tools]').first().locator('tbody tr:not([hidden])');
  return rows.evaluateAll((all) => all.map((row) => row.cells[0].innerText));
}

describe('tables', () => {
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('have every row without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page, complaints } = await openPage(context, risks);
    assert.deepEqual(complaints, []);
    assert.equal(await page.locator('.sort-button').count(), 0);
    assert.ok((await page.locator('table[data-table-tools] tbody tr').count()) > 15);
    await context.close();
  });

  it('are filtered by any word of a row', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, risks);
    const all = await shownRows(page);
    await page.fill('[data-filter-list] input', 'RSK-07');
    const some = await shownRows(page);
    assert.ok(some.length > 0 && some.length < all.length);
    assert.ok(some.every((row) => row.includes('RSK-07')));
    await context.close();
  });

  it('are sorted by a column, both ways, and say so', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, risks);
    const table = page.locator('table[data-table-tools]').first();
    const names = () =>
      table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.cells[0].innerText));
    const button = table.locator('thead .sort-button').first();
    await button.click();
    const rising = await names();
    assert.equal(await table.locator('thead th').first().getAttribute('aria-sort'), 'ascending');
    await button.click();
    assert.deepEqual(await names(), [...rising].reverse());
    assert.equal(await table.locator('thead th').first().getAttribute('aria-sort'), 'descending');
    await context.close();
  });
});
