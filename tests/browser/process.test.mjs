// A process is told twice, as a picture and as a list: both must say the same, and the keyboard
// must walk the picture in the order of the steps.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage } from './browser.mjs';
import { addressOf, pages } from './site.mjs';

const processPages = pages.filter((page) => page.path.match(/^processer\/[^/]+\/index\.html$/));
const complaintProcess = pages.find(({ path }) => path === 'processer/PRO-005/index.html');

// The ids of the steps in the order of the list, which has an element for each node of the picture.
function stepsInOrder() {
  const nodes = [...document.querySelectorAll('svg.flow .flow-node')];
  const steps = nodes.map((node) => document.getElementById(node.id.replace(/^flow-/, '')));
  if (steps.includes(null)) return ['a node of the picture is missing in the list'];
  steps.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  return steps.map((step) => step.id);
}

// The arrows of the picture that the list does not tell: the step has no link to the next one.
function arrowsMissingInList() {
  const arrows = [...document.querySelectorAll('svg.flow path.flow-edge')];
  return arrows
    .map(({ dataset }) => ({ step: document.getElementById(dataset.from), ...dataset }))
    .filter(({ step, to }) => !step?.querySelector(`a[href="#${CSS.escape(to)}"]`))
    .map(({ from, to }) => `${from} → ${to}`);
}

// Links of the picture whose name has not the words that are shown: who speaks them to the computer is not understood.
function namesOtherThanShown() {
  const words = (text) => text.replace(/[\s,]+/g, ' ').trim().toLowerCase();
  return [...document.querySelectorAll('svg.flow a[aria-label]')]
    .filter((link) => !words(link.getAttribute('aria-label')).includes(words(link.textContent)))
    .map((link) => link.textContent);
}

function arrowCount() {
  return document.querySelectorAll('svg.flow path.flow-edge').length;
}

// Presses Tab through the page and notes which steps of the picture get the focus.
async function stepsByKeyboard(page) {
  const reached = [];
  for (let presses = 0; presses < 500; ++presses) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => ({
      node: document.activeElement.matches('svg.flow .flow-node') ? document.activeElement.id : '',
      done: document.activeElement === document.body,
    }));
    if (focus.node) reached.push(focus.node.replace(/^flow-/, ''));
    if (focus.done) break;
  }
  return reached;
}

describe('process pages', () => {
  let browser;
  let context;
  before(async () => {
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  });
  after(() => browser.close());

  it('has the complaint process of the demo', () => {
    assert.ok(complaintProcess, 'processer/PRO-005/index.html');
  });

  it('walks the picture with Tab in the order of the steps', async () => {
    const { page } = await openPage(context, addressOf(complaintProcess));
    const steps = await page.evaluate(stepsInOrder);
    assert.ok(steps.length > 5, `${steps.length} steps`);
    assert.deepEqual(await stepsByKeyboard(page), steps);
    await page.close();
  });

  for (const subject of processPages) {
    it(`tells every arrow of ${subject.path} in words`, async () => {
      const { page } = await openPage(context, addressOf(subject));
      assert.notEqual(await page.evaluate(arrowCount), 0);
      assert.deepEqual(await page.evaluate(arrowsMissingInList), []);
      assert.deepEqual(await page.evaluate(namesOtherThanShown), []);
      await page.close();
    });
  }

  it('shows picture and list without scripts', async () => {
    const silent = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(silent, addressOf(complaintProcess));
    await page.locator('svg.flow').first().waitFor({ state: 'visible' });
    const nodes = await page.locator('svg.flow .flow-node').all();
    assert.ok(nodes.length > 5);
    for (const node of nodes) {
      const id = (await node.getAttribute('id')).replace(/^flow-/, '');
      assert.ok(await page.locator(`[id="${id}"]`).isVisible(), `step ${id} is not shown`);
    }
    await silent.close();
  });

  it('compares two pictures beside each other, on a phone one above the other', async () => {
    const compared = pages.find(({ path }) => path === 'processer/PRO-005/jamfor-2-3.html');
    for (const [width, isBeside] of [[1280, true], [400, false]]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const { page } = await openPage(context, addressOf(compared));
      const [before, after] = await Promise.all([0, 1].map((place) =>
        page.locator('.compare-pictures > div').nth(place).boundingBox()));
      assert.equal(after.x >= before.x + before.width, isBeside);
      assert.equal(after.y >= before.y + before.height, !isBeside);
      const marks = await page.locator('.compare-pictures svg').evaluateAll((pictures) => pictures.map((svg) => ({
        frames: svg.querySelectorAll('.flow-change').length,
        words: [...svg.querySelectorAll('.flow-change-word')].map((word) => word.textContent),
      })));
      assert.equal(marks.length, 2);
      for (const { frames, words } of marks) {
        assert.ok(frames > 0 && frames === words.length);
        assert.ok(words.every((word) => ['Nytt', 'Borttaget', 'Ändrat', 'Ny väg'].includes(word)), words.join());
      }
      await context.close();
    }
  });
});
