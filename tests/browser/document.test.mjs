// On a phone the text comes before who owns and decided it; everywhere else all of it is shown.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { addressOf, pages } from './site.mjs';

const routine = pages.find(({ path }) => path === 'dokument/RUT-001/index.html');
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

function owner(page) {
  return page.locator('.status-more dt', { hasText: 'Ägare' });
}

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
    assert.equal(await page.locator('.status-more summary').isVisible(), false);
  });

  it('are folded on a phone but for those that say whether the text applies', async () => {
    const page = await open({ viewport: phone });
    assert.equal(await owner(page).isVisible(), false);
    assert.ok(await page.locator('.status dt', { hasText: 'Gäller för' }).isVisible());
    await page.locator('.status-more summary').click();
    assert.ok(await owner(page).isVisible());
  });

  it('unfold when the screen gets wide', async () => {
    const page = await open({ viewport: phone });
    await page.setViewportSize(desk);
    await owner(page).waitFor({ state: 'visible' });
  });

  it('are all shown without scripts', async () => {
    const page = await open({ viewport: phone, javaScriptEnabled: false });
    assert.ok(await owner(page).isVisible());
  });

  it('are all on paper, without anything to press', async () => {
    const page = await open({ viewport: desk });
    await page.emulateMedia({ media: 'print' });
    assert.ok(await owner(page).isVisible());
    assert.equal(await page.locator('.status-more summary').isVisible(), false);
  });
});
