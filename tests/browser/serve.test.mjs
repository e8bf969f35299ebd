// `handbok serve`: what it answers, that it answers nobody else, and that pages follow the files.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { program } from './site.mjs';

describe('serve', () => {
  const around = mkdtempSync(join(tmpdir(), 'handbok-serve-'));
  const folder = join(around, 'handbok');
  const draft = join(folder, 'documents', 'rutiner', 'RUT-001', '1.md');
  let server;
  let address;

  before(async () => {
    execFileSync(program, ['init', folder, '--title', 'Handboken', '--principal', 'Gläntan', '--quiet']);
    server = spawn(program, ['serve', folder, '--drafts', '--port', '0', '--as-of', '2026-11-21']);
    const [line] = await once(createInterface(server.stdout), 'line');
    address = line.trim();
  });

  after(() => {
    server.kill();
    rmSync(around, { recursive: true });
  });

  const version = async () => (await fetch(`${address}-/version.json`)).json();

  async function until(holds) {
    const end = Date.now() + 30_000;
    for (;;) {
      const now = await version();
      if (holds(now)) return now;
      assert.ok(Date.now() < end, 'nothing changed in time');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  it('listens on this computer alone', () => {
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('shows pages with the script that watches', async () => {
    const answer = await fetch(`${address}dokument/RUT-001/`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.match(await answer.text(), /<script src="\/-\/reload\.js" data-version="1">/);
  });

  it('lists the drafts and what they lack', async () => {
    const answer = await fetch(`${address}utkast/`);
    assert.equal(answer.status, 200);
    const page = await answer.text();
    assert.match(page, /RUT-001/);
    assert.match(page, /<meta name="robots" content="noindex/);
    assert.equal((await fetch(`${address}utkast/dokument/RUT-001/1.html`)).status, 200);
  });

  it('leads from a folder to its page, and says when there is no such page', async () => {
    const folderAnswer = await fetch(`${address}dokument/RUT-001`, { redirect: 'manual' });
    assert.equal(folderAnswer.status, 302);
    assert.equal(folderAnswer.headers.get('location'), '/dokument/RUT-001/');
    assert.equal((await fetch(`${address}dokument/RUT-999/`)).status, 404);
    assert.equal((await fetch(`${address}..%2F..%2Fetc%2Fpasswd`)).status, 404);
  });

  it('refuses a request that came by another name', async () => {
    const { port } = new URL(address);
    const status = await new Promise((resolve) => {
      http.get({ host: '127.0.0.1', port, headers: { Host: 'handbok.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
    });
    assert.equal(status, 403);
  });

  it('shows a change', async () => {
    const before = await version();
    const text = readFileSync(draft, 'utf8');
    writeFileSync(draft, `${text}\nEn mening till, för provets skull.\n`);
    await until((now) => now.version > before.version);
    const page = await (await fetch(`${address}dokument/RUT-001/`)).text();
    assert.match(page, /En mening till, för provets skull\./);
  });

  it('says on the pages what stops it, and goes on when it is mended', async () => {
    const path = join(folder, 'handbook.toml');
    const text = readFileSync(path, 'utf8');
    const { version: shown } = await version();
    writeFileSync(path, `${text}\nthis is not TOML\n`);
    const stopped = await until((now) => now.problem !== '');
    assert.match(stopped.problem, /handbook\.toml/);
    assert.equal(stopped.version, shown);
    assert.equal((await fetch(address)).status, 200);
    writeFileSync(path, text);
    const mended = await until((now) => now.problem === '');
    assert.ok(mended.version > shown);
  });
});
