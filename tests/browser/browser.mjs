// Chromium of the system, cut off from everything but the files of the site.
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
