// The pipelines of packaging/forge/: those of GitHub and Forgejo follow the schema of workflows, and
// every step of all three is really run, in a clone of the manual, with the program that
// HANDBOK_PROGRAM names. GitLab's schema has no package that is small enough to depend on; the file was
// validated with gitlab-ci-local 4.56 when it was written.
//
//     HANDBOK_PROGRAM=build/release/handbok node --test tests/forge/*.test.mjs
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';

import validator from '@action-validator/core';
import {parse} from 'yaml';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
                          '../..');
const program = path.resolve(process.env.HANDBOK_PROGRAM ?? path.join(root, 'build/release/handbok'));
const read = (name) => fs.readFileSync(path.join(root, 'packaging/forge', name), 'utf8');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'handbok-forge-'));
after(() => fs.rmSync(work, {recursive: true}));

// The program as an image has it. Publishing here is only for trying.
const bin = path.join(work, 'bin');
fs.mkdirSync(bin);
fs.writeFileSync(path.join(bin, 'handbok'), `#!/bin/sh
case "$1" in publish) exec '${program}' "$@" --any-file-system ;; esac
exec '${program}' "$@"
`, {mode: 0o755});

/// The steps of each job, as GitLab writes them or as the others do.
const stepsOf = {
  gitlab: (file) => Object.fromEntries(
      Object.entries(file).filter(([, job]) => Array.isArray(job?.script))
          .map(([name, job]) => [name, job.script])),
  actions: (file) => Object.fromEntries(
      Object.entries(file.jobs).map(([name, job]) => [
        name, job.steps.filter((step) => step.run).map((step) => step.run),
      ])),
};

const pipelines = [
  {name: 'gitlab/.gitlab-ci.yml', steps: stepsOf.gitlab, report: 'gl-code-quality-report.json'},
  {name: 'github/handbok.yml', steps: stepsOf.actions, report: 'handbok.sarif'},
  {name: 'forgejo/handbok.yml', steps: stepsOf.actions, report: 'handbok.sarif'},
];

/// A clone of the manual; `spoil` makes it wrong in one line.
function clone(name, spoil) {
  const folder = path.join(work, name.replaceAll(/\W/g, '-'));
  fs.cpSync(path.join(root, 'docs/manual'), folder, {recursive: true});
  if (spoil) fs.appendFileSync(path.join(folder, 'registers/terms.toml'), 'whatever = 1\n');
  execFileSync('git', ['init', '-q', folder]);
  return folder;
}

/// Runs the steps one by one, as a runner does: the first that fails ends the job.
function runJob(steps, folder) {
  for (const step of steps) {
    const done = spawnSync('bash', ['-e', '-c', step.replaceAll('/tmp/handbok-preview', `${folder}.preview`)], {
      cwd: folder,
      encoding: 'utf8',
      env: {...process.env, PATH: `${bin}:${process.env.PATH}`, HANDBOK_SOURCE: '.',
            HANDBOK_TARGET: `${folder}.site`, SOURCE_DATE_EPOCH: '1796036400'},
    });
    if (done.status !== 0) return {status: done.status, said: done.stdout + done.stderr};
  }
  return {status: 0, said: ''};
}

for (const name of ['github/handbok.yml', 'forgejo/handbok.yml']) {
  test(`${name} follows the schema of workflows`, () => {
    const verdict = validator.validateWorkflow(read(name));
    assert.deepEqual(verdict.errors, []);
    const bad = validator.validateWorkflow(read(name).replaceAll('runs-on', 'runs_on'));
    assert.notDeepEqual(bad.errors, []);
  });
}

for (const {name, steps, report} of pipelines) {
  const jobs = steps(parse(read(name)));

  test(`${name} checks, previews and publishes`, () => {
    assert.deepEqual(Object.keys(jobs).sort(), ['check', 'preview', 'publish']);
    const folder = clone(name, false);
    for (const [job, words] of Object.entries(jobs)) {
      const done = runJob(words, folder);
      assert.equal(done.status, 0, `${job}: ${done.said}`);
    }
    assert.ok(fs.existsSync(`${folder}.site/current/index.html`));
    const preview = name.startsWith('gitlab') ? `${folder}/preview` : `${folder}.preview`;
    assert.ok(fs.existsSync(`${preview}/index.html`));
  });

  test(`${name} tells what is wrong, where it stands in the repository`, () => {
    const folder = clone(`${name} spoiled`, true);
    const done = runJob(jobs.check, folder);
    assert.equal(done.status, 1, done.said);
    assert.match(done.said, /registers\/terms\.toml:\d+:1: fel: .*toml\.unknown-key/);
    const found = JSON.parse(fs.readFileSync(path.join(folder, report), 'utf8'));
    const places = found.runs
        ? found.runs[0].results.map((one) => one.locations[0]?.physicalLocation.artifactLocation.uri)
        : found.map((one) => one.location.path);
    assert.ok(places.includes('registers/terms.toml'), JSON.stringify(places));
    for (const place of places.filter(Boolean))
      assert.ok(fs.existsSync(path.join(folder, place)), place);
    if (!found.runs) {
      for (const one of found) {
        assert.match(one.fingerprint, /^[0-9a-f]{64}$/);
        assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(one.severity));
        assert.ok(Number.isInteger(one.location.lines.begin) && one.location.lines.begin > 0);
      }
      assert.equal(new Set(found.map((one) => one.fingerprint)).size, found.length);
    }
  });
}
