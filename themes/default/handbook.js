// Small helps; every page works without them.
(function () {
  "use strict";

  function plain(text) {
    return text.toLocaleLowerCase("sv").replace(/\s+/g, " ").trim();
  }

  // Who was sent on to another page is sent to the place in it, too.
  var onward = document.querySelector("meta[http-equiv=refresh]");
  if (onward && location.hash) {
    var target = new URL(onward.content.replace(/^0; url=/, ""), location.href);
    if (!target.hash) target.hash = location.hash;
    location.replace(target.href);
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
        var fold = group.querySelector(":scope > .section-fold");
        if (fold && input.value) fold.open = true;
      });
      if (result) result.textContent = input.value ? shown + " / " + rows.length : "";
    }

    filter.hidden = false;
    input.addEventListener("input", update);
    update();
  }

  document.querySelectorAll("[data-filter-list]").forEach(setUpFilter);

  // A register: columns that sort, and once there are many rows a filter, one for all tables of a page
  // of registers or else one a table. The words are the tables' own (data-filter-label,
  // data-sort-label).
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

  // A filter in front of `place` for the rows of the tables inside `list`.
  function addRowFilter(list, tables, place) {
    var name = "filter-" + (list.id || list.closest("section").getAttribute("aria-labelledby"));
    list.id = list.id || name + "-rader";
    tables.forEach(function (table) {
      Array.from(table.tBodies[0].rows).forEach(function (row) { row.dataset.filterText = ""; });
    });
    var filter = document.createElement("div");
    filter.className = "filter";
    filter.dataset.filterList = list.id;
    var label = document.createElement("label");
    label.htmlFor = name;
    label.textContent = tables[0].dataset.filterLabel;
    var input = document.createElement("input");
    input.type = "search";
    input.id = name;
    input.autocomplete = "off";
    var result = document.createElement("p");
    result.className = "filter-count";
    result.setAttribute("role", "status");
    [label, input, result].forEach(function (part) { filter.appendChild(part); });
    place.parentNode.insertBefore(filter, place);
    setUpFilter(filter);
  }

  function rowCount(tables) {
    return tables.reduce(function (sum, table) { return sum + table.tBodies[0].rows.length; }, 0);
  }

  var registers = Array.from(document.querySelectorAll("table[data-table-tools]"));
  registers.forEach(function (table) {
    if (table.tBodies[0].rows.length > 1) makeSortable(table);
  });
  var page = document.getElementById("register");
  if (page && registers.length > 1 && rowCount(registers) >= manyRows) {
    registers.forEach(function (table) {
      var section = table.closest("section");
      if (!section.querySelector("figure, svg")) section.dataset.filterGroup = "";
    });
    addRowFilter(page, registers, page);
  } else {
    registers.forEach(function (table) {
      if (rowCount([table]) >= manyRows) addRowFilter(table.tBodies[0], [table], table);
    });
  }

  // What is folded on small screens and stands open on wide ones, where there is nothing to press: from
  // which width on, the attribute says.
  function setUpFold(details) {
    var wide = window.matchMedia("(min-width: " + details.dataset.opensFrom + ")");
    var summary = details.querySelector("summary");
    function update() {
      details.open = wide.matches;
      if (wide.matches) summary.tabIndex = -1;
      else summary.removeAttribute("tabindex");
    }
    wide.addEventListener("change", update);
    update();
  }
  document.querySelectorAll("[data-opens-from]").forEach(setUpFold);

  // A link into something folded unfolds it.
  function unfoldTarget() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (var fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", unfoldTarget);
  if (document.querySelector("details [id]")) unfoldTarget();

  // A sheet says when it was printed, and carries the address where it is looked up as a code. What is
  // exported as PDF comes with a day.
  var sheet = document.documentElement;
  var hasDay = Boolean(sheet.dataset.printed);
  function dateSheet() {
    if (!hasDay) {
      sheet.dataset.printed = new Date().toLocaleDateString(sheet.lang.replace(/^en$/, "en-GB"), { day: "numeric", month: "long", year: "numeric" });
    }
    if (sheet.dataset.code) {
      sheet.style.setProperty("--sheet-code", "url(\"" + new URL(sheet.dataset.code, location.href).href + "\")");
    }
  }

  // Paper shows everything, so what is folded is opened for the printout and folded again: but for what
  // is of other units than the reader's.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    dateSheet();
    opened = Array.from(document.querySelectorAll("details:not([open])")).filter(function (details) {
      return !details.matches(".local-box, .local-group, .ring-units, .finding-files");
    });
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });
})();
