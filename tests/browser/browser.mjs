// Chromium of the system, cut off from everything but the files of the site.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// Collects what `page` must not do from now on: write errors, or ask for anything that is not a file.
export function watchPage(page) {
  const complaints = [];
  page.on('console', (message) => {
    // Chromium shows no icon in the tab of a page from a folder, and calls that an error.
    const isAboutIcon = /local resource: file:.*\/icon-[0-9a-f]+\.svg/.test(message.text());
    if (message.type() === 'error' && !isAboutIcon) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}

export async function openPage(context, address) {
  const page = await context.newPage();
  const complaints = watchPage(page);
  await page.goto(address, { waitUntil: 'load' });
  return { page, complaints };
}

const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css',
  svg: 'image/svg+xml', json: 'application/json', webmanifest: 'application/manifest+json' };

// Serves the folder that `folder()` names, with that Content-Security-Policy; its 404.html for what is
// not there.
export async function serveFolder(folder, policy) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    let bytes;
    let status = 200;
    try {
      bytes = readFileSync(join(folder(), path.replace(/\/$/, '/index.html')));
    } catch {
      status = 404;
      bytes = readFileSync(join(folder(), '404.html'));
    }
    response.writeHead(status, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache',
      'Content-Type': (status === 200 && types[path.split('.').pop()]) || types.html });
    response.end(bytes);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => { server.close(); server.closeAllConnections(); } };
}

// What `page` must not say from now on where a policy is strict.
export function watchPolicy(page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security|Trusted/i.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}
