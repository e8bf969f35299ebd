// `handbok schema`: an editor finds nothing to say about a handbook that is right, and finds what is
// wrong with keys and types.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { parse } from 'smol-toml';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.env.HANDBOK_PROGRAM ?? join(project, 'build', 'release', 'handbok');
const fixtures = join(project, 'tests', 'fixtures', 'checks');

// Taplo hands dates to the schema as texts.
const json = (toml) => JSON.parse(JSON.stringify(parse(toml)));

// The schema of a file of the sources; nothing if it has none.
function schemaName(path) {
  const name = basename(path);
  if (path === 'handbook.toml') return 'handbook';
  if (path.startsWith('registers/')) return path.slice(0, -'.toml'.length);
  if (/^[1-9]\d*\.md$/.test(name)) return 'documents/head';
  if (name.endsWith('.approval.toml')) return 'documents/approval';
  return { 'reviews.toml': 'documents/reviews', 'earlier.toml': 'documents/earlier',
    'repeal.toml': 'documents/repeal' }[name];
}

const tomlOf = (path, text) => (path.endsWith('.md') ? text.split(/^\+\+\+$/m)[1] : text);

// Writes the schemas of sources and tells what they have against a file.
class Schemas {
  constructor(sources) {
    execFileSync(program, ['schema', sources]);
    this.folder = join(sources, '.handbok', 'schema');
    this.ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
    this.ajv.addKeyword('x-taplo');
    this.ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
    this.known = new Map();
  }

  faultsIn(path, text) {
    const name = schemaName(path);
    if (!this.known.has(name)) {
      const schema = JSON.parse(readFileSync(join(this.folder, `${name}.json`), 'utf8'));
      this.known.set(name, this.ajv.compile(schema));
    }
    const validate = this.known.get(name);
    validate(json(tomlOf(path, text)));
    return (validate.errors ?? []).map((error) => `${path}${error.instancePath} ${error.message}`);
  }
}

function filesBelow(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix + entry.name;
    return entry.isDirectory() ? filesBelow(folder, `${path}/`) : [path];
  });
}

describe('the schemas', () => {
  const work = mkdtempSync(join(tmpdir(), 'handbok-schema-'));
  after(() => rmSync(work, { recursive: true }));

  const handbooks = {
    demo: 'content',
    iso9001: 'tests/handbooks/iso9001',
  };
  for (const [name, folder] of Object.entries(handbooks)) {
    it(`take every file of ${name}`, () => {
      const sources = join(work, name);
      cpSync(join(project, folder), sources, { recursive: true });
      const schemas = new Schemas(sources);
      const files = filesBelow(sources).filter((path) => schemaName(path) !== undefined);
      assert.ok(files.length > 10);
      const faults = files.flatMap((path) =>
        schemas.faultsIn(path, readFileSync(join(sources, path), 'utf8')),
      );
      assert.deepEqual(faults, []);
    });
  }

  for (const kind of ['omsorg', 'kommun', 'vard', 'iso9001']) {
    it(`take every file of a new handbook of the kind ${kind}`, () => {
      const sources = join(work, `begun-${kind}`);
      execFileSync(program, ['init', sources, '--kind', kind, '--title', 'Prov', '--quiet']);
      const schemas = new Schemas(sources);
      const files = filesBelow(sources).filter((path) => schemaName(path) !== undefined);
      const faults = files.flatMap((path) =>
        schemas.faultsIn(path, readFileSync(join(sources, path), 'utf8')),
      );
      assert.deepEqual(faults, []);
    });
  }

  it('are where the first lines of a new handbook say', () => {
    const sources = join(work, 'new');
    execFileSync(program, ['init', sources, '--title', 'Prov', '--principal', 'Vi', '--quiet']);
    const files = filesBelow(sources).filter((path) => path.endsWith('.toml'));
    assert.ok(files.length > 5);
    for (const path of files) {
      const [line] = readFileSync(join(sources, path), 'utf8').split('\n');
      const schema = join(sources, dirname(path), line.replace('#:schema ', ''));
      assert.equal(schema, join(sources, '.handbok', 'schema', `${schemaName(path)}.json`));
      assert.equal(JSON.parse(readFileSync(schema, 'utf8')).title, path);
    }
  });

  // The cases of the fixtures for faults of keys and types, file by file. Which regimes, levels,
  // topics and partners there are, and whether two keys of a row agree, is not for a schema to say.
  const kinds = ['unknown-key', 'missing-key', 'wrong-type', 'invalid-value'];
  const notForSchemas = /for a regime|for the level|for a kind of partner|for the regime|of all together/;
  it('refuse what is wrong with keys and types', () => {
    const sources = join(work, 'base');
    cpSync(join(project, 'tests', 'fixtures', 'base'), sources, { recursive: true });
    const schemas = new Schemas(sources);
    let refused = 0;
    for (const kind of kinds) {
      const text = readFileSync(join(fixtures, `toml.${kind}.txt`), 'utf8');
      for (const part of text.split(/^\/\/= /m).slice(1)) {
        const title = part.slice(0, part.indexOf('\n'));
        if (notForSchemas.test(title)) continue;
        const faults = part
          .split(/^\/\/- /m)
          .slice(1)
          .map((file) => [file.slice(0, file.indexOf('\n')), file.slice(file.indexOf('\n') + 1)])
          .filter(([path]) => !path.includes(' ') && schemaName(path) !== undefined)
          .flatMap(([path, content]) => schemas.faultsIn(path, content));
        assert.equal(faults.length > 0, title.startsWith('fires'), `${kind}: ${title}: ${faults}`);
        refused += faults.length > 0 ? 1 : 0;
      }
    }
    assert.ok(refused >= kinds.length);
  });
});
