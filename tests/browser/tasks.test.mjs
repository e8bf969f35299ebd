// The ways of docs/tasks.md, walked from the start page by the texts of the links.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { Parser } from 'htmlparser2';
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
