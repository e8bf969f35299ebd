// One page of each kind, and documents of the demo that are hard on paper, as PDF: each sheet says
// what it is, no column is lost, the name of each column is on each sheet that has its rows, and no
// letter is smaller than 7 points.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launchBrowser } from './browser.mjs';
import { addressOf, firstPageOfEachKind, pages } from './site.mjs';

const smallestLetter = 7;
// A process in parts, one that turns its sheets, a form, a checklist, an archived revision.
const hardPaths = [
  'processer/PRO-005/index.html', 'processer/PRO-006/index.html', 'dokument/RUT-020/index.html',
  'dokument/BLA-001/index.html', 'dokument/BLA-002/index.html', 'dokument/CHK-004/index.html',
  'dokument/RUT-001/1.html',
];
const hardPages = pages.filter((page) => hardPaths.includes(page.path));
const printedPages = [...new Set([...firstPageOfEachKind(), ...hardPages])]
  .filter((page) => page.kind !== 'redirect');
const withoutGaps = (text) => text.replace(/\s+/gu, '');

const markSize = 2;

// Gives every cell a sign of its own, of a size that nothing else has: "q2_5_3" is table 2, row 5,
// column 3; the heads of table 2 are "q2_h_3".
function markCells(size) {
  const mark = (cell, text) => {
    const span = document.createElement('span');
    span.style.cssText = `font-size:${size}pt;white-space:nowrap;overflow-wrap:normal`;
    span.textContent = ` ${text} `;
    cell.append(span);
  };
  const tables = [...document.querySelectorAll('table')].filter((table) => table.tHead);
  return tables.map((table, number) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((cell, column) => mark(cell, `q${number}_h_${column}_`));
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    rows.forEach((row, index) =>
      [...row.cells].forEach((cell, column) => mark(cell, `q${number}_${index}_${column}_`)));
    const isShown = getComputedStyle(table).display !== 'none' && table.offsetParent !== null;
    return { columns: heads.length, cells: rows.map((row) => row.cells.length), isShown };
  });
}

function checkLines(said, sheet, index, count) {
  const parts = [said.sheet, said.sheetPrinted, said.sheetNote, said.check, said.mark?.toUpperCase(),
    `${said.sheetPage} ${index + 1} (${count})`].filter(Boolean);
  for (const part of parts) {
    assert.ok(sheet.includes(withoutGaps(part)), `sheet ${index + 1} lacks "${part}"`);
  }
}

function checkLetters(file) {
  const xml = execFileSync('pdftohtml', ['-xml', '-stdout', '-i', '-zoom', '4', file],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
  // poppler tells the size before the scale of 3/4 with which Chromium draws.
  const sizes = [...xml.matchAll(/<fontspec [^>]*size="(\d+)"/gu)].map((match) => match[1] / 3)
    .filter((size) => Math.round(size) !== markSize);
  assert.notEqual(sizes.length, 0);
  assert.ok(Math.min(...sizes) >= smallestLetter, `letters of ${Math.min(...sizes)} points`);
}

function checkTable(table, number, all, sheets) {
  table.cells.forEach((count, row) => {
    for (let column = 0; column < count; column += 1) {
      assert.ok(all.includes(`q${number}_${row}_${column}_`),
        `table ${number}: row ${row}, column ${column} is not on paper`);
    }
  });
  sheets.forEach((sheet, index) => {
    if (!new RegExp(`q${number}_\\d`, 'u').test(sheet)) return;
    for (let column = 0; column < table.columns; column += 1) {
      assert.ok(sheet.includes(`q${number}_h_${column}_`),
        `table ${number}: the name of column ${column} is not on sheet ${index + 1}`);
    }
  });
}

describe('paper', { concurrency: 2 }, () => {
  let browser;
  let folder;
  before(async () => {
    browser = await launchBrowser();
    folder = mkdtempSync(join(tmpdir(), 'handbok-paper-'));
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function print(page, name) {
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    return file;
  }

  const sheetsOf = (file) =>
    execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);

  async function openForPaper(page) {
    const tab = await browser.newPage();
    await tab.goto(addressOf(page));
    await tab.emulateMedia({ media: 'print' });
    return tab;
  }

  for (const page of printedPages) {
    const name = page.path.replace(/\W+/gu, '_');

    it(`${page.path}: each sheet says what it is, and no column is lost`, async () => {
      const tab = await openForPaper(page);
      const said = await tab.evaluate(() => ({ ...document.documentElement.dataset }));
      await tab.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      const tables = await tab.evaluate(markCells, markSize);
      const file = await print(tab, name);
      await tab.close();
      const sheets = sheetsOf(file);
      assert.notEqual(sheets.length, 0);
      sheets.map(withoutGaps).forEach((sheet, index) => checkLines(said, sheet, index, sheets.length));
      checkLetters(file);
      const all = sheets.join('\n');
      tables.forEach((table, number) => {
        if (table.isShown) checkTable(table, number, all, sheets);
      });
    });
  }

  for (const page of pages.filter((one) => one.kind === 'card' && /RUT|LRU/u.test(one.path))) {
    it(`${page.path} is half a sheet`, async () => {
      const tab = await openForPaper(page);
      const file = await print(tab, 'card');
      await tab.close();
      assert.match(execFileSync('pdfinfo', [file], { encoding: 'utf8' }), /Pages: +1\n[^]*Page size:.*A5/);
    });
  }

  for (const page of hardPages.filter((one) => /BLA|CHK/u.test(one.path))) {
    it(`${page.path} is one sheet`, async () => {
      const tab = await openForPaper(page);
      const sheets = sheetsOf(await print(tab, 'one'));
      await tab.close();
      assert.equal(sheets.length, 1);
    });
  }
});
