// The search: from a folder, with every way of writing a word, and whole without scripts.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage, serveFolder, watchPolicy } from './browser.mjs';
import { program, siteFolder } from './site.mjs';

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
    await page.waitForFunction(() =>
      !['', 'Söker …'].includes(document.getElementById('search-status').textContent));
    return page.locator('#search-results .search-title').allInnerTexts();
  }

  it('finds what was meant, however it is written', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const [question, title] of questions) {
      await page.goto(`${address('sok.html')}?q=${encodeURIComponent(question)}`);
      const first = (await answers(page)).slice(0, 3);
      assert.ok(first.includes(title), `${question}: ${first.join(' | ')}`);
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
    await page.click('#search-results .search-title');
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
    assert.equal((await answers(page)).length, 10);
    await more.dblclick();
    await page.waitForFunction(() => document.querySelectorAll('#search-results li').length > 10);
    assert.equal(await page.evaluate(() => document.activeElement.closest('li') !== null), true);
    while (await more.isVisible()) await more.click();
    const links = await page.locator('#search-results .search-title').evaluateAll((all) => all.map((a) => a.href));
    assert.equal(new Set(links).size, links.length);
    await context.close();
  });

  it('shows the words where they stand, and leads to that place', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${address('sok.html')}?q=${encodeURIComponent('lösnaglar')}`);
    await answers(page);
    const first = page.locator('#search-results > li').first();
    assert.match((await first.locator('mark').first().innerText()).toLowerCase(), /lösnaglar/);
    const link = first.locator('.search-section');
    assert.match(await link.getAttribute('href'), /RUT-024\/index\.html#gor-sa-har$/);
    await link.click();
    assert.equal(await page.locator('#gor-sa-har').innerText(), 'Gör så här');
    await context.close();
  });

  it('puts what is meant by its own name on a card', async () => {
    const context = await browser.newContext();
    for (const [query, title] of [['hemtjänst norr', 'Hemtjänst Norr'], ['ssk', 'Sjuksköterska'],
      ['hsl', 'Hälso- och sjukvårdslag'], ['SFS 2017:30', 'Hälso- och sjukvårdslag']]) {
      const { page } = await openPage(context, `${address('sok.html')}?q=${encodeURIComponent(query)}`);
      assert.equal((await answers(page))[0], title);
      assert.equal(await page.locator('.search-card .search-title').first().innerText(), title);
      await page.close();
    }
    await context.close();
  });

  it('marks what has ended, below what replaced it', async () => {
    const context = await browser.newContext();
    for (const query of ['socialtjänstlag', 'avvikelsehantering']) {
      const { page } = await openPage(context, `${address('sok.html')}?q=${encodeURIComponent(query)}`);
      await answers(page);
      assert.equal(await page.locator('#search-results > li').first().locator('.badge').count(), 0);
      assert.ok(await page.locator('#search-results .badge').count() > 0, query);
      await page.close();
    }
    await context.close();
  });

  it('says that a guess is one, and puts it below what has the words', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context,
      `${address('sok.html')}?q=${encodeURIComponent('sjuksköteska på natten')}`);
    assert.equal((await answers(page))[0], 'Kontaktvägar dygnet runt – Hemsjukvårdsteamet');
    assert.match(await page.locator('#search-status').innerText(), /inte så: ”sjuksköteska”/);
    await context.close();
  });

  it('is narrowed by what, where and for whom', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${address('sok.html')}?q=${encodeURIComponent('läkemedel')}`);
    await answers(page);
    await page.selectOption('select[name="t"]', { label: 'Lokal rutin' });
    await page.waitForFunction(() =>
      document.querySelector('.search-title').textContent.includes('Vitsippan') ||
      document.querySelector('.search-title').textContent.includes('Strandgläntan'));
    await page.selectOption('select[name="u"]', { label: 'Gruppbostaden Vitsippan' });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.search-title')].every((link) =>
        !link.textContent.includes('Strandgläntan')));
    assert.deepEqual(await answers(page), ['Läkemedelshjälp i gruppbostad – Vitsippan',
      'Kontaktvägar dygnet runt – Hemsjukvårdsteamet'].slice(0, (await answers(page)).length));
    await context.close();
  });

  it('is gone through with the arrows', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${address('sok.html')}?q=fall`);
    const titles = await answers(page);
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    await page.focus('#search-words');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), titles[0]);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), titles[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search-words');
    await context.close();
  });

  it('speaks once, when nothing more is written', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, address('sok.html'));
    await page.evaluate(() => {
      window.spoken = [];
      new MutationObserver(() => window.spoken.push(document.getElementById('search-said').textContent))
        .observe(document.getElementById('search-said'), { childList: true });
    });
    await page.locator('#search-words').pressSequentially('läkemedel', { delay: 60 });
    await page.waitForFunction(() => /träff/.test(document.getElementById('search-said').textContent));
    assert.equal(await page.evaluate(() => window.spoken.filter(Boolean).length), 1);
    assert.equal(await page.locator('[role="status"], [aria-live]').count(), 1);
    assert.ok(await page.locator('#search-titles option').count() > 0);
    await context.close();
  });

  it('helps when nothing is found', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${address('sok.html')}?q=hygixyzzy`);
    await answers(page);
    const help = page.locator('#search-help');
    assert.ok(await help.locator('[data-near] a').count() > 0);
    assert.equal(await help.locator('a', { hasText: 'Säg till' }).count(), 1);
    assert.equal(await help.locator('a', { hasText: 'Alla dokument' }).count(), 1);
    await context.close();
  });

  it('says that the index is lost, not that nothing is found', async () => {
    const context = await browser.newContext();
    await context.route(/\/sok\//, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${address('sok.html')}?q=fall`);
    await answers(page);
    assert.match(await page.locator('#search-status').innerText(), /kunde inte läsas in/);
    await context.close();
  });

  it('keeps room for its answers', async () => {
    for (const width of [400, 1280]) {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.addInitScript(() => {
        window.shifted = 0;
        new PerformanceObserver((seen) => seen.getEntries().forEach((entry) => {
          window.shifted += entry.value;
        })).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${address('sok.html')}?q=rutin`);
      await answers(page);
      await page.waitForTimeout(200);
      const shifted = await page.evaluate(() => window.shifted);
      assert.ok(shifted <= 0.02, `${shifted} at ${width}`);
      await context.close();
    }
  });

  it('knows names as the build does', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, address('sok.html'));
    const folder = join(siteFolder, 'sok');
    const calls = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const lines = calls.filter((text) => text.startsWith('handbokSearch.words'))
      .flatMap((text) => JSON.parse(text.replace(/^.*?, |\);\n$/g, '')).split('\n'));
    const groups = lines.map((line) => line.split('|')[0].split(' '));
    const names = new Set(groups.flat().filter((form) => form.startsWith('=')));
    const titles = calls.filter((text) => text.startsWith('handbokSearch.entries'))
      .flatMap((text) => JSON.parse(`[${text.replace(/^handbokSearch.entries\(|\);\n$/g, '')}]`)[1])
      .filter((row) => row[0].startsWith('dokument/')).map((row) => row[1]);
    const keys = await page.evaluate((all) =>
      all.map((title) => window.handbokSearch.nameKey(title)), titles);
    assert.deepEqual(titles.filter((_, place) => !names.has(keys[place])), []);
    await context.close();
  });

  it('answers the same under a strict policy', async () => {
    const policy = "default-src 'self'; require-trusted-types-for 'script'; frame-ancestors 'none'";
    const server = await serveFolder(() => siteFolder, policy);
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = watchPolicy(page);
    for (const query of ['fel medicin', 'klagomålsblankett', '5 kap. 3 §']) {
      const ask = `sok.html?q=${encodeURIComponent(query)}`;
      await page.goto(server.address + ask);
      const served = await answers(page);
      await page.goto(address('sok.html').replace('sok.html', ask));
      assert.deepEqual(served, await answers(page));
      assert.ok(served.length > 0);
    }
    assert.deepEqual(complaints, []);
    await context.close();
    server.close();
  });

  it('points at the lists without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(context, address('sok.html'));
    assert.match(await page.locator('noscript').innerText(), /JavaScript/);
    assert.equal(await page.locator('main .link-row a').first().innerText(), 'Alla dokument');
    await context.close();
  });
});

describe('what is written otherwise than it is asked for', () => {
  const around = mkdtempSync(join(tmpdir(), 'handbok-search-'));
  const site = join(around, 'site');
  let browser;
  let page;

  before(async () => {
    const sources = join(around, 'sources');
    execFileSync(program, ['init', sources, '--title', 'Handboken', '--principal', 'Gläntan', '--quiet']);
    appendFileSync(join(sources, 'registers', 'terms.toml'),
      '\n[[term]]\nid = "prov"\nterm = "blodprov"\ndefinition = "Visar vitamin B12. Svaret kommer med e\u2011post."\n');
    writeFileSync(join(sources, 'registers', 'redirects.toml'), `[[redirect]]
from = "gammal/ord.html"
to = "begrepp/index.html"
since = 2026-01-01
`);
    spawnSync(program, ['build', sources, '-o', site, '--as-of', '2026-11-21', '--quiet']);
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  after(async () => {
    await browser.close();
    rmSync(around, { recursive: true });
  });

  const at = (path) => pathToFileURL(join(site, path)).href;

  async function said(question) {
    await page.goto(`${at('sok.html')}?q=${encodeURIComponent(question)}`);
    await page.waitForFunction(() =>
      !['', 'Söker …'].includes(document.getElementById('search-status').textContent));
    return page.locator('#search-status').innerText();
  }

  for (const question of ['B12', 'B 12', 'B-12', 'epost', 'e-post', 'e\u2011post', 'e\u00adpost']) {
    it(`finds ${question}`, async () => {
      await said(question);
      assert.ok((await page.locator('#search-results .search-title').allInnerTexts()).includes('blodprov'));
    });
  }

  for (const question of ['a', '7,5', '?']) {
    it(`says that ${question} is too short`, async () => {
      assert.equal(await said(question), `Skriv ett ord med minst två tecken: ”${question}” är för kort att söka på.`);
    });
  }

  it('keeps the place in a page that has moved', async () => {
    await page.goto(`${at('gammal/ord.html')}#prov`);
    await page.waitForURL(`${at('begrepp/index.html')}#prov`);
  });
});
