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

  // A register: a filter above its table once there are many rows, and columns that sort. The words
  // are the table's own (data-filter-label, data-sort-label).
  var manyRows = 8;
  var collator = new Intl.Collator("sv", { numeric: true });

  function sortValue(row, column) {
    var cell = row.cells[column];
    if (!cell) return "";
    var time = cell.querySelector("time[datetime]");
    return time ? time.getAttribute("datetime") : plain(cell.textContent);
  }

  // Empty cells come last, whichever way the column is sorted.
  function sortRows(table, column, descending) {
    var body = table.tBodies[0];
    Array.from(body.rows)
      .map(function (row) { return { row: row, value: sortValue(row, column) }; })
      .sort(function (a, b) {
        if (!a.value || !b.value) return (a.value ? 0 : 1) - (b.value ? 0 : 1);
        return collator.compare(a.value, b.value) * (descending ? -1 : 1);
      })
      .forEach(function (entry) { body.appendChild(entry.row); });
  }

  function makeSortable(table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort-button";
      button.title = table.dataset.sortLabel + " " + head.textContent;
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var descending = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        sortRows(table, column, descending);
      });
    });
  }

  function addRowFilter(table, number) {
    var body = table.tBodies[0];
    body.id = body.id || "rader-" + number;
    Array.from(body.rows).forEach(function (row) { row.dataset.filterText = ""; });
    var filter = document.createElement("div");
    filter.className = "filter";
    filter.dataset.filterList = body.id;
    var label = document.createElement("label");
    label.htmlFor = "filter-" + number;
    label.textContent = table.dataset.filterLabel;
    var input = document.createElement("input");
    input.type = "search";
    input.id = "filter-" + number;
    input.autocomplete = "off";
    var result = document.createElement("p");
    result.className = "filter-count";
    result.setAttribute("role", "status");
    [label, input, result].forEach(function (part) { filter.appendChild(part); });
    table.parentNode.insertBefore(filter, table);
    setUpFilter(filter);
  }

  document.querySelectorAll("table[data-table-tools]").forEach(function (table, number) {
    if (table.tBodies[0].rows.length < 2) return;
    makeSortable(table);
    if (table.tBodies[0].rows.length >= manyRows) addRowFilter(table, number);
  });

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
