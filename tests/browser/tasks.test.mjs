// The ways of docs/tasks.md, walked from the start page by the texts of the links; those of staff and
// their managers once more on a phone, where it is measured how far they scroll.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Parser } from 'htmlparser2';
import { launchBrowser } from './browser.mjs';
import { siteFolder, testFolder } from './site.mjs';

const table = readFileSync(join(testFolder, '..', '..', 'docs', 'tasks.md'), 'utf8');

const tasks = table
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number, who, question, way, clicks, answer]) => ({
    number: Number(number),
    who,
    question,
    way,
    clicks: Number(clicks),
    answer,
  }));

// What a reader sees of a page: its text, and its links with their texts.
function read(path) {
  const links = [];
  let text = '';
  let open;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'a') open = { href: attributes.href, text: '' };
    },
    ontext(piece) {
      text += piece;
      if (open !== undefined) open.text += piece;
    },
    onclosetag(name) {
      if (name === 'a' && open !== undefined) {
        links.push({ ...open, text: open.text.replace(/\s+/g, ' ').trim() });
        open = undefined;
      }
    },
  });
  parser.end(readFileSync(join(siteFolder, path), 'utf8'));
  return { path, links, text: text.replace(/\s+/g, ' ') };
}

// A link by its whole text, or else the first that begins with it.
function follow(page, name) {
  const link =
    page.links.find((each) => each.text === name) ??
    page.links.find((each) => each.text.startsWith(name));
  assert.ok(link, `no link "${name}" on ${page.path}`);
  return read(join(dirname(page.path), link.href.split('#')[0]));
}

describe('tasks', () => {
  it('are all listed', () => {
    assert.deepEqual(
      tasks.map((task) => task.number),
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
  });

  // A command is run by a script of its own; here it is only seen to that the script runs it.
  for (const task of tasks.filter((each) => each.way.startsWith('`'))) {
    it(`${task.number}. ${task.question}`, () => {
      const [, name] = task.way.match(/^`handbok ([a-z-]+(?: archive)?)/);
      const [, script] = task.answer.match(/^`(tests\/cli\/\w+\.txt)`$/);
      const lines = readFileSync(join(testFolder, '..', '..', script), 'utf8').split('\n');
      assert.ok(
        lines.some((line) => line.startsWith('$ ') && line.includes(`handbok ${name} `)),
        `${script} does not run handbok ${name}`,
      );
    });
  }

  for (const task of tasks) {
    if (task.way.startsWith('`')) continue;
    it(`${task.number}. ${task.question}`, () => {
      const names = task.way.split(', or `')[0].split(' → ');
      assert.ok(names.length <= task.clicks, `${names.length} clicks, at most ${task.clicks}`);
      const page = names.reduce(follow, read('index.html'));
      assert.ok(page.text.includes(task.answer), `"${task.answer}" is not on ${page.path}`);
    });
  }
});

const phone = { width: 400, height: 800 };
const screensMax = 2;

// How far down the nearest link or text of that name is reached, in the page that is open: by
// scrolling, by unfolding what it is folded in, or by a link to its section; and where it leads.
function reach([what, name, screen]) {
  // A picture that is too wide for a phone answers nothing there.
  const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => !element.closest('svg'));
  const plain = (element) => element.textContent.replace(/\u00ad/g, '').replace(/\s+/g, ' ').trim();
  const top = (element) => element.getBoundingClientRect().top + scrollY;
  const below = (y) => Math.max(0, y + 24 - screen);
  const foldsAround = (element) => all('details:not([open])').filter((fold) =>
    fold.contains(element) && !fold.querySelector('summary').contains(element));
  // Unfolds, from the outermost, and tells how far down one has to go to do so.
  const unfold = (folds) => folds.map((fold) => {
    fold.open = true;
    return below(top(fold.querySelector('summary')));
  });

  function distance(element, jumps) {
    const folds = foldsAround(element);
    const unfolding = unfold(folds);
    const place = top(element);
    let best = { scrolled: Math.max(0, ...unfolding, below(place)), presses: folds.length };
    for (const jump of jumps) {
      const section = document.getElementById(decodeURIComponent(jump.hash.slice(1)));
      if (section === null || jump === element || top(section) > place) continue;
      const way = distance(jump, []);
      const scrolled = way.scrolled + below(place - top(section));
      if (scrolled < best.scrolled) best = { scrolled, presses: folds.length + way.presses + 1 };
    }
    folds.forEach((fold) => { fold.open = false; });
    return best;
  }

  const isShown = (element) => {
    const folds = foldsAround(element);
    unfold(folds);
    const { width } = element.getBoundingClientRect();
    folds.forEach((fold) => { fold.open = false; });
    return width > 0;
  };
  function found() {
    if (what === 'text') {
      return all('main *').filter((element) => plain(element).includes(name) && isShown(element) &&
        ![...element.children].some((child) => plain(child).includes(name)));
    }
    const links = all('a[href]').filter(isShown);
    const exact = links.filter((link) => plain(link) === name);
    return exact.length > 0 ? exact : links.filter((link) => plain(link).startsWith(name));
  }
  const jumps = all('main a[href^="#"]').filter((link) => link.hash.length > 1);
  const ways = found().map((element) => ({ ...distance(element, jumps), href: element.href }));
  return ways.sort((one, other) => one.scrolled - other.scrolled)[0];
}

describe('tasks on a phone', () => {
  const told = [];
  let browser;
  before(async () => { browser = await launchBrowser(); });
  after(async () => {
    await browser.close();
    console.log(['No\tclicks\tpresses\tscreens', ...told].join('\n'));
  });

  for (const task of tasks.filter((each) => each.number <= 24)) {
    it(`${task.number}. ${task.question}`, async () => {
      const page = await browser.newPage({ viewport: phone });
      await page.goto(pathToFileURL(join(siteFolder, 'index.html')).href);
      const names = task.way.split(', or `')[0].split(' → ');
      const ways = [];
      for (const name of names) {
        const way = await page.evaluate(reach, ['link', name, phone.height]);
        assert.ok(way, `no link "${name}" on ${page.url()}`);
        ways.push(way);
        await page.goto(way.href);
      }
      const end = await page.evaluate(reach, ['text', task.answer, phone.height]);
      assert.ok(end, `"${task.answer}" is not shown on ${page.url()}`);
      ways.push(end);
      await page.close();
      const sum = (of) => ways.reduce((total, way) => total + of(way), 0);
      const screens = sum((way) => way.scrolled) / phone.height;
      told.push([task.number, names.length, sum((way) => way.presses), screens.toFixed(1)].join('\t'));
      assert.ok(screens <= screensMax, `${screens.toFixed(1)} screens`);
    });
  }
});
