// The banner of a site that nobody has checked for a while (build.stale), without a browser: the
// script is run with the few things of a page that it uses.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const script = readFileSync(new URL("../../themes/default/build_status.js", import.meta.url), "utf8");
const now = Date.parse("2026-11-21T12:00:00Z");

/// Whether the banner is shown, and the day it tells, when build-status.json is `status`.
async function banner(status, protocol = "https:") {
  const place = { textContent: "" };
  const element = {
    hidden: true,
    dataset: { buildStatus: "../build-status.json" },
    querySelector: () => place,
  };
  const asked = [];
  vm.runInNewContext(script, {
    Date: Object.assign((...values) => new Date(...values), { parse: Date.parse, now: () => now }),
    document: { querySelector: () => element },
    location: { protocol },
    fetch: async (address) => {
      asked.push(address);
      return { ok: status !== null, json: async () => status };
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  return { shown: !element.hidden, day: place.textContent, asked };
}

test("a site that was checked 36 hours ago is not stale", async () => {
  assert.equal((await banner({ checked: "2026-11-20T00:00:00Z" })).shown, false);
});

test("a second later readers are warned, and told the day", async () => {
  const result = await banner({ checked: "2026-11-19T23:59:59Z" });
  assert.equal(result.shown, true);
  assert.equal(result.day, "2026-11-19");
});

test("a status that cannot be understood warns too", async () => {
  assert.equal((await banner({ checked: "yesterday" })).shown, true);
});

test("a site that was only built has no status and no banner", async () => {
  assert.equal((await banner(null)).shown, false);
});

test("a folder on a stick is not asked", async () => {
  assert.deepEqual((await banner({ checked: "2020-01-01T00:00:00Z" }, "file:")).asked, []);
});
