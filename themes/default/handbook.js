// Small helps; every page works without them.
(function () {
  "use strict";

  function plain(text) {
    return text.toLocaleLowerCase("sv").replace(/\s+/g, " ").trim();
  }

  // A filter: <div data-filter-list="id" hidden> with an <input> and a role="status", for the rows
  // [data-filter-text] of the element with that id. Groups without any row left are hidden too. A row
  // is found by all the words it shows, so by its owner as well.
  function setUpFilter(filter) {
    var list = document.getElementById(filter.dataset.filterList);
    var input = filter.querySelector("input");
    var result = filter.querySelector("[role=status]");
    if (!list || !input) return;
    var rows = Array.from(list.querySelectorAll("[data-filter-text]")).map(function (element) {
      return { element: element, text: plain(element.dataset.filterText + " " + element.textContent) };
    });
    var groups = Array.from(list.querySelectorAll("[data-filter-group]"));

    function update() {
      var words = plain(input.value).split(" ");
      var shown = 0;
      rows.forEach(function (row) {
        var fits = words.every(function (word) { return row.text.includes(word); });
        row.element.hidden = !fits;
        if (fits) shown += 1;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("[data-filter-text]:not([hidden])");
      });
      if (result) result.textContent = input.value ? shown + " / " + rows.length : "";
    }

    filter.hidden = false;
    input.addEventListener("input", update);
    update();
  }

  document.querySelectorAll("[data-filter-list]").forEach(setUpFilter);

  // Paper shows everything, so what is folded is opened for the printout and folded again.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });
})();
