// The twelve questions of an inspector, for two units and two days, one of them before the handbook's
// history begins: each is asked on the inspector's page and answered in at most two clicks.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchBrowser, watchPage } from './browser.mjs';
import { siteFolder } from './site.mjs';

const start = pathToFileURL(join(siteFolder, 'inspektion', 'index.html')).href;
const units = [
  ['sabo-lonn', 'Lönnbacken'],
  ['sabo-stra', 'Strandgläntan'],
];
const known = '2025-03-14';
const unknown = '2013-06-01'; // both were there, the handbook was not

// A row of the list of texts, by the document's id.
const row = (id) => `#day-texts tr:has(.doc-id:text-is("${id}"))`;

// Clicks, as selectors; then what the reader sees there. On a day before the history begins the page
// of days says that it does not know, and that is the answer.
const questions = [
  { asks: 'Vilken rutin gällde', clicks: [`${row('RUT-020')} th a`], sees: /Fastställd/, ofDay: true },
  { asks: 'Vad gällde i övrigt', clicks: [], sees: /\d+ texter gällde vid/, ofDay: true },
  { asks: 'Går det att visa', clicks: [], sees: /sha256sum/, command: /handbok proof --unit UNIT --on DAY/ },
  { asks: 'Vad gällde före', clicks: [`${row('RUT-020')} a:text-is("Historik")`], sees: /Utgåva 1/, ofDay: true },
  { asks: 'Vem har fått veta', clicks: [], sees: /Införande[\s\S]*Ta emot synpunkter/ },
  { asks: 'Vilka texter hade inte setts över', clicks: [], sees: /hade inte setts över på två år/, ofDay: true },
  { asks: 'Vilka krav saknade', clicks: [], sees: /Krav utan text som gällde här den dagen/, ofDay: true },
  { asks: 'Hur har riskerna bedömts', clicks: [], sees: /Klagomål på kvällen skrivs inte ned[\s\S]*Är klagomål nedskrivna/ },
  { asks: 'Vad ledde klagomålen till', clicks: ['main a:text("Ta emot")'], sees: /Historik|[Uu]tgåva/, optional: true },
  { asks: 'Vem fick besluta', clicks: [`${row('BES-002')} th a`], sees: /Fastställd/, ofDay: true },
  { asks: 'Hur följs entreprenörerna upp', clicks: [], sees: /Havregården/ },
  { asks: 'När fastställdes förra årets', clicks: [], sees: /2025[\s\S]*[Gg]odkän/ },
];

async function seen(page) {
  await page.waitForLoadState('load'); // the script has unfolded what a wide screen shows
  return (await page.locator('main').innerText()).replace(/\u00a0/g, ' ');
}

describe('inspektion', () => {
  let browser, page, complaints;
  before(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    complaints = watchPage(page);
  });
  after(() => browser.close());

  // The row of each question once the unit and the day are chosen: its command, and where its link leads.
  async function choose(unit, day) {
    await page.goto('about:blank');
    await page.goto(start, { waitUntil: 'load' });
    await page.selectOption('#day-unit', unit);
    await page.fill('#day-day', day);
    await page.dispatchEvent('#day-day', 'change');
    return page.locator('#register tbody tr').evaluateAll((rows) => rows.map((each) => ({
      text: each.textContent, command: each.querySelector('code')?.textContent, href: each.querySelector('a')?.href })));
  }

  for (const [unit, name] of units) {
    for (const day of [known, unknown]) {
      describe(`${name} ${day}`, () => {
        let rows;
        before(async () => {
          complaints.length = 0;
          rows = await choose(unit, day);
        });

        for (const [number, question] of questions.entries()) {
          it(`${number + 1}. ${question.asks} …`, async () => {
            const { command, href } = rows.find(({ text }) => text.includes(question.asks));
            assert.doesNotMatch(command, /\{unit\}|\{day\}/);
            if (question.command) {
              const source = question.command.source.replace('UNIT', unit).replace('DAY', day);
              assert.match(command, new RegExp(source));
            }
            let clicks = 1;
            await page.goto('about:blank');
            await page.goto(href, { waitUntil: 'load' });
            if (question.ofDay && day === unknown) {
              assert.match(await page.innerText('#day-status'), /^Vet inte/);
              assert.equal(await page.locator('#day-texts').count(), 0);
            } else {
              for (const selector of question.clicks) {
                await page.locator(selector).first().click();
                clicks += 1;
              }
              assert.match(await seen(page), question.sees);
            }
            assert.ok(clicks <= 2, `${clicks} clicks`);
            assert.deepEqual(complaints, []);
            complaints.length = 0;
          });
        }
      });
    }
  }

  it('leads on by a press', async () => {
    await choose('sabo-stra', known);
    await page.locator('#register tr', { hasText: questions[0].asks }).locator('a').first().click();
    assert.match(await page.innerText('#day-status'), /Strandgläntans äldreboende den 14 mars 2025/);
  });

  it('keeps the unit and the day in the address', async () => {
    const days = pathToFileURL(join(siteFolder, 'datum', 'index.html')).href;
    await page.goto(`${days}#enhet=sabo-stra&dag=${known}`, { waitUntil: 'load' });
    assert.equal(await page.inputValue('#day-unit'), 'sabo-stra');
    assert.match(await page.innerText('#day-status'), /Strandgläntans äldreboende den 14 mars 2025/);
    const local = page.locator(row('RUT-020'), { hasText: 'Lokalt' }).or(page.locator(row('RUT-020')));
    assert.match(await local.first().innerText(), /Läkemedel/);
  });

  it('says of a unit that there was none that it was not there', async () => {
    const text = readFileSync(join(siteFolder, 'datum', 'dagar.js'), 'utf8');
    const data = JSON.parse(text.slice('handbokDays('.length, text.lastIndexOf(')')));
    const place = data.units.findIndex((unit) => unit[0] === 'sabo-stra');
    data.units[place][6] = '2025-03-14'; // the first day without it
    data.stretches.forEach((stretch) => { stretch[3] = stretch[3].filter((unit) => unit !== place); });
    data.requirements.forEach((row) => { row.units = row.units.filter((unit) => unit !== place); });
    const days = pathToFileURL(join(siteFolder, 'datum', 'index.html')).href;
    await page.goto('about:blank');
    for (const [day, said] of [['2025-03-14', /Strandgläntans äldreboende fanns inte den 14 mars 2025/],
      ['2025-03-13', /^0 texter i handboken gällde vid/]]) {
      await page.goto(`${days}#enhet=sabo-stra&dag=${day}`, { waitUntil: 'load' });
      await page.evaluate((changed) => window.handbokDays(changed), data);
      assert.match(await page.innerText('#day-status'), said);
      assert.match(await page.innerText('#day-requirements'), /^Inga krav i matrisen rör enheten/);
    }
  });

  it('shows the last day for an address that makes no sense', async () => {
    const days = pathToFileURL(join(siteFolder, 'datum', 'index.html')).href;
    for (const hash of ['enhet=%&dag=%E5', 'enhet=ingen&dag=2025-02-31', 'dag=i dag', 'dag=<b>', '%%%', 'dag']) {
      complaints.length = 0;
      await page.goto('about:blank');
      await page.goto(`${days}#${hash}`, { waitUntil: 'load' });
      assert.match(await page.innerText('#day-status'), /21 november 2026/, hash);
      assert.deepEqual(complaints, []);
    }
  });

  it('is a list of links without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(start, { waitUntil: 'load' });
    await plain.locator('#register tr', { hasText: 'Vad gällde i övrigt' }).locator('a').click();
    await plain.getByRole('link', { name: 'Lönnbackens äldreboende', exact: true }).first().click();
    assert.match(await seen(plain), /Vad som gällde vid Lönnbacken[\s\S]*Det här vet handboken inte/);
    await context.close();
  });
});
