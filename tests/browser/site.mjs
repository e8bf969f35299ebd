// The built site that the tests look at: HANDBOK_SITE, or build/site of this project; and what builds
// others.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Parser } from 'htmlparser2';

export const testFolder = dirname(fileURLToPath(import.meta.url));
export const siteFolder = resolve(
  process.env.HANDBOK_SITE ?? join(testFolder, '..', '..', 'build', 'site'),
);

const project = join(testFolder, '..', '..');
export const program = process.env.HANDBOK_PROGRAM ?? join(project, 'build', 'release', 'handbok');

function htmlFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return htmlFiles(path);
      return entry.name.endsWith('.html') ? [path] : [];
    });
}

// What a page says about itself: its kind, the ids that links can name, and its own links.
function readPage(file, folder) {
  const path = relative(folder, file);
  const page = { file, path, kind: undefined, ids: new Set(), links: [] };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes.id !== undefined) page.ids.add(attributes.id);
      if (name === 'body') page.kind = attributes['data-page'];
      for (const link of [attributes.href, attributes.src, attributes.action]) {
        if (link !== undefined) page.links.push(link);
      }
    },
  });
  parser.end(readFileSync(file, 'utf8'));
  return page;
}

export function pagesOf(folder) {
  return htmlFiles(folder).map((file) => readPage(file, folder));
}

export const pages = pagesOf(siteFolder);

// Pages of tables differ from each other as much as kinds of pages do, so each counts. What stands where
// no page is works only from a server's root.
export function firstPageOfEachKind(all = pages) {
  const first = new Map();
  for (const page of all) {
    const key = page.kind === 'table' ? page.path : page.kind;
    if (page.kind !== undefined && page.kind !== 'not_found' && !first.has(key)) first.set(key, page);
  }
  return [...first.values()];
}

export function addressOf(page) {
  return pathToFileURL(page.file).href;
}
