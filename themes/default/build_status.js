// Tells readers when the handbook has not been published for a while. A published site has a file
// build-status.json that says when it was last checked; a site that was only built has none. A published
// site is also kept for when the network is gone (worker/worker.js).
(function () {
  "use strict";

  var hoursMax = 36;

  function hoursSince(time, now) {
    return (now - Date.parse(time)) / 3600000;
  }

  function show(banner, status) {
    // Written so that a time that cannot be read shows the banner too.
    if (hoursSince(status.checked, Date.now()) <= hoursMax) return;
    var place = banner.querySelector("[data-checked]");
    if (place) place.textContent = String(status.checked).slice(0, 10);
    banner.hidden = false;
  }

  function registered(workers, file) {
    if (workers.controller) return Promise.resolve();
    var policy = window.trustedTypes && window.trustedTypes.createPolicy("handbok-copy", {
      createScriptURL: function () { return file; }
    });
    return workers.register(policy ? policy.createScriptURL(file) : file);
  }

  // Browsers have workers over https, and on the computer itself.
  function keepCopy(status) {
    if (!status.release || !navigator.serviceWorker) return;
    if (document.querySelector("[data-saved-copy]:not([hidden])")) return; // it has nothing new to tell
    var workers = navigator.serviceWorker;
    var root = document.body.dataset.root || "";
    var manifest = document.head.appendChild(document.createElement("link"));
    manifest.rel = "manifest";
    manifest.href = root + "handbok.webmanifest";
    function tell(registration) {
      var unit = document.querySelector("[data-my-unit]:not([hidden]) [data-unit-link]");
      registration.active.postMessage({ release: status.release + " " + status.manifest, unit: unit ? unit.href : "" });
    }
    registered(workers, root + "sw.js").then(function () { return workers.ready; }).then(function (registration) {
      tell(registration);
      document.addEventListener("click", function (event) {
        if (event.target.closest("[data-choose], [data-forget]")) tell(registration);
      });
    }).catch(function () { /* a browser that keeps nothing */ });
  }

  var banner = document.querySelector("[data-build-status]");
  if (!banner || !/^https?:$/.test(location.protocol)) return;
  fetch(banner.dataset.buildStatus, { cache: "no-store" })
    .then(function (answer) { return answer.ok ? answer.json() : null; })
    .then(function (status) {
      if (!status) return;
      show(banner, status);
      keepCopy(status);
    })
    .catch(function () { /* without an answer nothing is known */ });
})();
