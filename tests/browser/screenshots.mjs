// Takes the pictures of docs/screenshots.md of a built demo, and writes the page: tools/screenshots.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { siteFolder, testFolder } from './site.mjs';

const desk = { width: 1280, height: 800 };
const phone = { width: 400, height: 800 };
const pictures = [
  ['start', 'index.html', desk, 'light', 'The start page: the two ways in that matter at night stand first.'],
  ['routine', 'dokument/RUT-019/index.html', phone, 'light',
    'A routine on a phone: one line of status, what is urgent, whom to ring, and the steps.'],
  ['process', 'processer/PRO-005/index.html#sida_diagram', desk, 'light',
    'A process as a picture, whose boxes lead to the same steps in words below it.'],
  ['steps', 'processer/PRO-005/index.html#sida_steg', phone, 'dark', 'The same steps on a phone, dark.'],
  ['search', 'sok.html?q=fel%20medicin', desk, 'light',
    'The search knows what people say, and shows the words where they stand.'],
  ['replaced', 'dokument/RUT-001/2.html', desk, 'light', 'A revision that has been replaced keeps its address, and says so.'],
  ['standing', 'enheter/sabo-lonn/laget/index.html', desk, 'dark', 'How a unit stands, and what shows it.'],
];

const folder = join(testFolder, '..', '..', 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
for (const [name, address, viewport, colorScheme] of pictures) {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  await page.goto(pathToFileURL(siteFolder).href + '/' + address);
  if (address.startsWith('sok.html')) await page.waitForSelector('#search-results li');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();

const lines = pictures.map(([name, , , , text]) => `![${text}](pictures/${name}.png)\n\n*${text}*\n`);
writeFileSync(join(folder, '..', 'screenshots.md'), `# What it looks like

The demo handbook in \`content/\`, in pictures that \`tools/screenshots\` takes.

${lines.join('\n')}`);
