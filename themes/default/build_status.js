// Tells readers when the handbook has not been published for a while. A published site has a file
// build-status.json that says when it was last checked; a site that was only built has none.
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

  var banner = document.querySelector("[data-build-status]");
  if (!banner || !/^https?:$/.test(location.protocol)) return;
  fetch(banner.dataset.buildStatus, { cache: "no-store" })
    .then(function (answer) { return answer.ok ? answer.json() : null; })
    .then(function (status) { if (status) show(banner, status); })
    .catch(function () { /* without an answer nothing is known */ });
})();
