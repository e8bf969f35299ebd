// The search: from a folder, with every way of writing a word, and whole without scripts.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { siteFolder } from './site.mjs';

const address = (path) => pathToFileURL(join(siteFolder, path)).href;

// What is asked for, and what must be among the first three answers.
const questions = [
  ['läkare', 'Kontakta läkare när tillståndet förändras'],
  ['lakare', 'Kontakta läkare när tillståndet förändras'],
  ['läkemedel', 'Läkemedelshantering'],
  ['hantering', 'Läkemedelshantering'],
  ['läkemedlshantering', 'Läkemedelshantering'],
  ['läkemedelshanteringens', 'Läkemedelshantering'],
  ['klagomal', 'Ta emot synpunkter och klagomål'],
  ['delegeringarna', 'Delegering av hälso- och sjukvårdsuppgift'],
  ['lex sarah', 'Rapportera, utreda och anmäla enligt lex Sarah'],
  ['fall', 'Fallprevention'],
  ['MAS', 'Medicinskt ansvarig sjuksköterska'],
  ['sköterska', 'Sjuksköterska'],
  ['RUT-001', 'Ta emot synpunkter och klagomål'],
  ['rut 001', 'Ta emot synpunkter och klagomål'],
  ['RSK-07', 'Information saknas vid utskrivning'],
  ['2011:9', 'Ledningssystem för systematiskt kvalitetsarbete'],
  ['Lönnbacken', 'Lönnbackens äldreboende'],
  ['arshjulet', 'Årshjul'],
];

describe('search', () => {
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  // The titles that the page answers with, once it has answered.
  async function answers(page) {
    await page.waitForFunction(() => document.getElementById('search-status').textContent !== '');
    return page.locator('#search-results li > a').allInnerTexts();
  }

  it('finds what was meant, however it is written', async () => {
    const context = await browser.newContext();
    for (const [question, title] of questions) {
      const { page } = await openPage(context, `${address('sok.html')}?q=${encodeURIComponent(question)}`);
      const first = (await answers(page)).slice(0, 3);
      assert.ok(first.includes(title), `${question}: ${first.join(' | ')}`);
      await page.close();
    }
    await context.close();
  });

  it('is reached from every page, and the answer leads to the text', async () => {
    const context = await browser.newContext();
    const { page, complaints } = await openPage(context, address('roller/MAS/index.html'));
    await page.fill('.site-search input', 'fallprevention');
    await page.press('.site-search input', 'Enter');
    await page.waitForURL(/sok\.html\?q=fallprevention$/);
    await answers(page);
    await page.click('#search-results li > a');
    assert.equal(await page.locator('h1').innerText(), 'Fallprevention');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('says that a repealed document is repealed, and does not search its text', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${address('sok.html')}?q=RUT-090`);
    await answers(page);
    assert.equal(await page.locator('#search-results li .badge').innerText(), 'Upphävd');
    await context.close();
  });

  it('says when nothing is found, and when something else is shown', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${address('sok.html')}?q=xyzzy`);
    assert.deepEqual(await answers(page), []);
    assert.match(await page.locator('#search-status').innerText(), /Inget hittades på ”xyzzy”/);
    await page.fill('#search-words', 'avvkielse');
    await page.waitForFunction(() =>
      document.getElementById('search-status').textContent.includes('avvkielse'));
    await context.close();
  });

  it('never finds a draft', async () => {
    const context = await browser.newContext();
    for (const question of ['RUT-028', 'Välfärdsteknik', 'sensorn provas']) {
      const { page } = await openPage(context, `${address('sok.html')}?q=${encodeURIComponent(question)}`);
      const found = await answers(page);
      assert.ok(found.every((title) => !title.includes('Välfärdsteknik')), question);
      await page.close();
    }
    await context.close();
  });

  it('shows more when asked to, each once, while there is more', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, address('sok.html'));
    const more = page.locator('#search-more');
    assert.equal(await more.isVisible(), false, 'nothing was asked for');
    await page.goto(`${address('sok.html')}?q=rutin`);
    assert.equal((await answers(page)).length, 20);
    await more.dblclick();
    await page.waitForFunction(() => document.querySelectorAll('#search-results li').length > 20);
    assert.equal(await page.evaluate(() => document.activeElement.closest('li') !== null), true);
    while (await more.isVisible()) await more.click();
    const links = await page.locator('#search-results li > a').evaluateAll((all) => all.map((a) => a.href));
    assert.equal(new Set(links).size, links.length);
    await context.close();
  });

  it('points at the lists without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(context, address('sok.html'));
    assert.match(await page.locator('noscript').innerText(), /JavaScript/);
    assert.equal(await page.locator('main .link-row a').first().innerText(), 'Alla dokument');
    await context.close();
  });
});
