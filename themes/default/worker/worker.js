// The copy for when the network is gone (decision 0064). The network always goes first: what it answers is
// shown, and what is shown is kept. Where it fails the kept page is shown with a bar that says from when it
// is. The copy belongs to one release, whose name it bears: when a page tells of another release, it is
// thrown away before anything else, and what was in it is fetched anew. So is what the reader's unit
// follows, which is found as a reader finds it: by the links of its page.
"use strict";

var scope = self.registration.scope;
var prefix = "handbok " + scope + " ";
var start = scope + "index.html";
var savedAt = "X-Handbok-Saved";
var pagesMax = 150; // of those that were only visited

// Pages say from when they are, and the names of the others change with their bytes or belong to a text.
var canBeKept = /(\.html|\/build-status\.json|\/(assets|sok)\/[^/]+|\.(svg|png|jpe?g|gif|webp))$/;
var actions = /class="button" href="([^"#:]+)"/g;
var documents = /href="([^"#:]*dokument\/[^"/]+\/index\.html)"/g;
var parts = /(?: src|rel="(?:stylesheet|icon)" href)="([^":]+)"|href="([^":]*\/kort\.html)"/g;
var bar = /data-saved-copy hidden>([^<]*)<span>/;

function isOurs(name) { return name.startsWith(prefix); }

function keyOf(url) {
  var key = url.split(/[?#]/)[0];
  return key.endsWith("/") ? key + "index.html" : key;
}

// Whoever opens a copy by its name while another throws it away would make it anew.
var lastOpening = Promise.resolve();
function opening(act) {
  lastOpening = lastOpening.then(act, act);
  return lastOpening;
}

function copy() {
  return opening(async function () {
    var name = (await caches.keys()).find(isOurs);
    return name && caches.open(name);
  });
}

async function keep(cache, url, answer) {
  if (answer.status !== 200 || !canBeKept.test(keyOf(url))) return;
  var headers = new Headers(answer.headers);
  headers.set(savedAt, new Date().toISOString());
  await cache.put(keyOf(url), new Response(await answer.blob(), { headers: headers }));
}

// A page that cannot say that it is a copy is not shown; nor is a file that stands alone.
async function keptAnswer(request) {
  var cache = await copy();
  var kept = cache && await cache.match(keyOf(request.url));
  var isPage = kept && /^text\/html/.test(kept.headers.get("Content-Type"));
  if (!isPage) return request.mode === "navigate" ? undefined : kept;
  var html = await kept.text();
  var language = ((/<html lang="([\w-]+)"/.exec(html) || [])[1] || "sv").replace(/^en$/, "en-GB");
  var time = new Date(kept.headers.get(savedAt)).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
  if (!bar.test(html)) return undefined;
  return new Response(html.replace(bar, "data-saved-copy>$1<span>" + time), { headers: kept.headers });
}

async function answerTo(event) {
  var request = event.request;
  var failure = Response.error();
  var opened = copy(); // before the network answers: what is older than a publication never gets into its copy
  try {
    var fresh = await fetch(request);
    if (fresh.status < 500) {
      var forCopy = fresh.clone();
      event.waitUntil(opened.then(function (cache) { return cache && keep(cache, request.url, forCopy); }));
      return fresh;
    }
    failure = fresh;
  } catch (error) { /* no network */ }
  return await keptAnswer(request) || failure;
}

function linksIn(html, pattern, page) {
  return Array.from(html.matchAll(pattern), function (found) {
    return keyOf(new URL(found[1] || found[2], page).href);
  });
}

// The text of what is kept, fetched if it is not yet.
async function textOf(cache, url) {
  if (!await cache.match(url)) await keep(cache, url, await fetch(url, { cache: "no-cache" }));
  var kept = await cache.match(url);
  return kept && /\.html$/.test(url) ? kept.text() : "";
}

async function fetchWhole(cache, page) {
  var files = linksIn(await textOf(cache, page), parts, page);
  for (var file of files) {
    if (file.endsWith("/kort.html")) await fetchWhole(cache, file);
    else await textOf(cache, file);
  }
}

// What a ward needs at night. If the network fails meanwhile, the next page that is opened goes on.
async function complete(cache, unit, visited) {
  var mark = scope + "hel?" + unit;
  if (await cache.match(mark)) return;
  var pages = [start].concat(linksIn(await textOf(cache, start), actions, start), visited);
  if (unit) pages = pages.concat(unit, linksIn(await textOf(cache, unit), documents, unit));
  for (var page of new Set(pages)) await fetchWhole(cache, page);
  await cache.put(mark, new Response(""));
}

async function pagesOf(name) {
  var requests = await (await caches.open(name)).keys();
  return requests.map(function (request) { return request.url; })
    .filter(function (url) { return url.endsWith(".html"); }).slice(-pagesMax);
}

async function hearOf(release, unit, page) {
  var current = prefix + release;
  var visited = [keyOf(page)];
  var cache = await opening(async function () {
    for (var name of (await caches.keys()).filter(isOurs)) {
      if (name === current) continue;
      visited = visited.concat(await pagesOf(name));
      await caches.delete(name);
    }
    return caches.open(current);
  });
  await complete(cache, unit, visited);
}

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener("message", function (event) {
  event.waitUntil(hearOf(event.data.release, event.data.unit, event.source.url).catch(function () { /* the next page goes on */ }));
});
self.addEventListener("fetch", function (event) {
  if (event.request.method === "GET" && event.request.url.startsWith(scope)) event.respondWith(answerTo(event));
});
