// Where the page that somebody meant stands among the answers, for each query of search/given.tsv
// (written by others, with what they expected) and search/read.tsv (written before the ranking was
// tuned, by reading the demo as a new assistant, a relative and an inspector would). The ranks are
// kept as they are in search/ranks.tsv: HANDBOK_UPDATE_GOLDEN=1 writes it anew.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { siteFolder, testFolder } from './site.mjs';

const folder = join(testFolder, 'search');
const ranksFile = join(folder, 'ranks.tsv');
const shown = 10;

function rowsOf(name) {
  const [head, ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  const keys = head.split('\t');
  return lines.map((line) =>
    Object.fromEntries(line.split('\t').map((value, column) => [keys[column], value])));
}

// Whether an address below the site's root is that of "RUT-003", "ROLE:SSK" or "EGK-07".
function isAt(address, target) {
  const [kind, name] = target.includes(':') ? target.split(/:(.*)/) : ['', target];
  const [page, anchor = ''] = address.split('#');
  switch (kind) {
    case 'ROLE': return page === `roller/${name}/index.html`;
    case 'UNIT': return page === `enheter/${name}/index.html`;
    case 'SOURCE': return page === `lagar/${name}/index.html`;
    case 'PAGE': return page === `${name}/index.html`;
    case 'TERM': return page === 'begrepp/index.html' && anchor === name;
    case 'CLAUSE': {
      const [source, ref] = name.split('/');
      return page === `lagar/${source}/index.html` && `${anchor}-`.startsWith(`k${ref.replace(':', '-')}-`);
    }
    default: return anchor === name || page === `dokument/${name}/index.html` ||
      page === `processer/${name}/index.html`;
  }
}

const rankOf = (addresses, targets) =>
  addresses.findIndex((address) => targets.some((target) => isAt(address, target))) + 1;

// The addresses of the first answers, in their order, each document once.
async function answersTo(page, query) {
  await page.goto(`${pathToFileURL(join(siteFolder, 'sok.html')).href}?q=${encodeURIComponent(query)}`);
  await page.waitForFunction(() =>
    !['', 'Söker …'].includes(document.getElementById('search-status').textContent));
  return page.locator('#search-results .search-title').evaluateAll((links, root) =>
    links.map((link) => decodeURIComponent(link.href.slice(root.length))), `${pathToFileURL(siteFolder).href}/`);
}

describe('ranks of the search', () => {
  let browser;
  before(async () => { browser = await launchBrowser(); });
  after(() => browser.close());

  it('are those that are written down', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, pathToFileURL(join(siteFolder, 'sok.html')).href);
    const lines = ['file\tquery\tasked\tor_acceptable'];
    for (const file of ['given', 'read']) {
      for (const row of rowsOf(`${file}.tsv`)) {
        const found = (await answersTo(page, row.query)).slice(0, shown);
        const also = row.also_acceptable ? row.also_acceptable.split(',') : [];
        const rank = rankOf(found, [row.expected]);
        const lenient = rankOf(found, [row.expected, ...also]);
        lines.push([file, row.query, rank || '–', lenient || '–'].join('\t'));
      }
    }
    await context.close();
    const text = `${lines.join('\n')}\n`;
    if (process.env.HANDBOK_UPDATE_GOLDEN) writeFileSync(ranksFile, text);
    assert.equal(text, readFileSync(ranksFile, 'utf8'));
    const given = lines.filter((line) => line.startsWith('given')).map((line) => line.split('\t')[3]);
    assert.ok(given.filter((rank) => rank === '1').length >= 27, 'of those given 27 come first');
    assert.ok(given.every((rank) => ['1', '2', '3'].includes(rank)), 'and all within three');
  });
});
