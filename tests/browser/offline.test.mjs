// The copy for when the network is gone (decision 0064), on a small handbook that is published for
// the purpose: what is kept, what it says of itself, and that it goes with its release.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, serveFolder, watchPolicy } from './browser.mjs';
import { program, testFolder } from './site.mjs';

// That of packaging/nginx, and what a strict host adds.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
  + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
  + "frame-ancestors 'self'; require-trusted-types-for 'script'";
const unit = 'enheter/assembly/index.html';
const procedure = 'dokument/PRC-002/index.html';
const card = 'dokument/PRC-002/kort.html';

describe('without network', () => {
  const around = mkdtempSync(join(tmpdir(), 'handbok-offline-'));
  const sources = join(around, 'handbook');
  let served; // the folder that the server shows
  let server;
  let browser;
  let address;

  function run(...words) {
    const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
    assert.ok(status === 0 || status === 1, stderr);
  }

  function publish(name) {
    run('publish', sources, '--to', join(around, name), '--any-file-system');
    served = join(around, name, 'current');
  }

  before(async () => {
    cpSync(join(testFolder, '..', 'handbooks', 'iso9001'), sources, { recursive: true });
    publish('site');
    browser = await launchBrowser();
    server = await serveFolder(() => served, policy);
    address = server.address;
  });

  after(async () => {
    await browser.close();
    server.close();
    rmSync(around, { recursive: true });
  });

  const bar = (page) => page.locator('[data-saved-copy]');
  const copies = (page) => page.evaluate(() => caches.keys());

  // All that the worker wants of the release that is served.
  async function untilWhole(page, told = '') {
    const { release } = JSON.parse(readFileSync(join(served, 'build-status.json'), 'utf8'));
    const end = Date.now() + 30_000;
    const isWhole = () => page.evaluate(async ([name, mark]) => {
      const found = (await caches.keys()).find((each) => each.includes(` ${name} `));
      if (!found) return false;
      const kept = await (await caches.open(found)).keys();
      return kept.some((each) => each.url.endsWith(mark));
    }, [release, `hel?${told}`]);
    while (!await isWhole()) {
      assert.ok(Date.now() < end, 'the copy is not whole in time');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function visited() {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = watchPolicy(page);
    await page.goto(address);
    await untilWhole(page);
    return { context, page, complaints };
  }

  it('shows what was visited, with the time from which it is', async () => {
    const { context, page, complaints } = await visited();
    await page.goto(address + procedure);
    assert.equal(await bar(page).isVisible(), false);
    const text = await page.locator('main').innerText();
    await context.setOffline(true);
    await page.goto(address + procedure.replace('index.html', ''));
    assert.equal(await page.locator('main').innerText(), text);
    assert.equal(await bar(page).isVisible(), true);
    const now = new Date();
    assert.match(await bar(page).innerText(), new RegExp(`Saved copy from .*${now.getFullYear()}.*\\d:\\d\\d`));
    assert.ok(await page.locator('main').evaluate((main) => getComputedStyle(main).fontFamily) !== 'serif');
    await page.goto(address);
    assert.equal(await bar(page).isVisible(), true);
    await assert.rejects(page.goto(`${address}roller/index.html`));
    await context.setOffline(false);
    await page.goto(address);
    assert.equal(await bar(page).isVisible(), false);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('keeps the texts of the chosen unit and their cards', async () => {
    const { context, page } = await visited();
    await page.goto(address + unit);
    await page.locator('[data-choose]').click();
    await untilWhole(page, address + unit);
    await context.setOffline(true);
    for (const path of [procedure, card]) {
      await page.goto(address + path);
      assert.equal(await bar(page).isVisible(), true, path);
    }
    await context.close();
  });

  it('has a name and a picture among the apps', async () => {
    const { context, page } = await visited();
    const session = await context.newCDPSession(page);
    const { errors, data } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const told = JSON.parse(data);
    assert.equal(told.short_name, 'Brackwell handbook');
    assert.equal((await page.request.get(address + told.icons[0].src)).status(), 200);
    await context.close();
  });

  it('goes with its release at the next contact', async () => {
    const { context, page } = await visited();
    await page.goto(address + procedure);
    const [before] = await copies(page);
    const path = join(sources, 'handbook.toml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Brackwell Pumps', 'Brackwell Valves'));
    publish('site');
    await context.setOffline(true);
    await page.goto(address + procedure);
    assert.match(await page.title(), /Pumps/);
    assert.equal(await bar(page).isVisible(), true);
    await context.setOffline(false);
    await page.goto(address);
    await untilWhole(page);
    assert.equal((await copies(page)).length, 1);
    assert.notEqual((await copies(page))[0], before);
    await context.setOffline(true);
    await page.goto(address + procedure);
    assert.match(await page.title(), /Valves/);
    await context.close();
  });

  it('shows no text that is withheld', async () => {
    const { context, page } = await visited();
    await page.goto(address + procedure);
    await page.goto(address + card);
    const text = join(sources, 'documents', 'procedures', 'PRC-002', '2.md');
    appendFileSync(text, 'Nobody has approved this.\n');
    publish('other');
    await page.goto(address);
    await untilWhole(page);
    await context.setOffline(true);
    for (const path of [procedure, card]) {
      await page.goto(address + path);
      assert.equal(await bar(page).isVisible(), true);
      assert.match(await page.locator('.banner-danger').innerText(), /2/, path);
      assert.doesNotMatch(await page.locator('main').innerText(), /Nobody has approved/);
    }
    await context.close();
  });

  it('is not kept of a site that was only built, nor of one that is written', async (test) => {
    run('build', sources, '-o', join(around, 'built'));
    served = join(around, 'built');
    const writing = spawn(program, ['serve', sources, '--port', '0']);
    test.after(() => writing.kill());
    const [line] = await once(createInterface(writing.stdout), 'line');
    for (const place of [address, line.trim()]) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const asked = page.waitForResponse((answer) => answer.url().endsWith('/build-status.json'));
      await page.goto(place);
      await asked;
      await page.waitForTimeout(500);
      const workers = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
      assert.equal(workers, 0, place);
      assert.deepEqual(await copies(page), []);
      await context.close();
    }
  });
});
