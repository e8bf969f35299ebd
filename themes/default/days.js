// What applied when: the texts of one day in one unit, made of datum/dagar.js, which
// src/render/day_data.cpp writes and which calls handbokDays. The address keeps what was chosen:
// #enhet=sabo-lonn&dag=2025-03-14. Without a script each unit has a page with the same.
(function () {
  "use strict";

  function element(name, text, attributes) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== "") made.setAttribute(key, attributes[key]);
    });
    return made;
  }

  function filled(text, values) {
    var next = 0;
    return text.replace(/\{\}/g, function () { return values[next++]; });
  }

  function isDay(text) {
    return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON() === text + "T00:00:00.000Z";
  }

  // What the address says, as far as it can be understood.
  function chosen(data) {
    var said = new URLSearchParams(location.hash.slice(1));
    var isUnit = data.units.some(function (row) { return row[0] === said.get("enhet"); });
    return {
      enhet: isUnit ? said.get("enhet") : data.units[0][0],
      dag: isDay(said.get("dag")) ? said.get("dag") : data.day,
      fraga: said.get("fraga") || ""
    };
  }

  function existed(unit, day) { return (!unit[5] || unit[5] <= day) && (!unit[6] || day < unit[6]); }

  function hashOf(choice, question) {
    var hash = "#enhet=" + encodeURIComponent(choice.enhet) + "&dag=" + choice.dag;
    return question ? hash + "&fraga=" + question : hash;
  }

  // What is known of the unit on the day: {texts, unknown} with the day from which each counts.
  function stateOf(data, place, day) {
    var state = { texts: [], unknown: [] };
    data.stretches.forEach(function (stretch) {
      var applies = stretch[3].indexOf(place) >= 0 && (!stretch[1] || stretch[1] <= day) &&
        (!stretch[2] || day < stretch[2]);
      if (!applies) return;
      var text = data.texts[stretch[0]];
      (text.unknown ? state.unknown : state.texts).push({ text: text, from: stretch[1] });
    });
    var collator = new Intl.Collator("sv");
    [state.texts, state.unknown].forEach(function (rows) {
      rows.sort(function (a, b) { return collator.compare(a.text.title, b.text.title); });
    });
    return state;
  }

  // The first day of which the handbook holds anything, or says that it holds everything.
  function knownFrom(data) {
    return data.stretches.reduce(function (first, stretch) {
      var held = !data.texts[stretch[0]].unknown && stretch[1];
      return held && (!first || held < first) ? held : first;
    }, data.historyFrom);
  }

  function seenBefore(text, day) {
    return text.seen.filter(function (seen) { return seen <= day; }).pop() || "";
  }

  function twoYearsBefore(day) { return day.slice(0, 4) - 2 + day.slice(4); }

  function form(data, choice, changed) {
    var made = element("form", "", { "class": "day-form" });
    var unit = element("select", "", { id: "day-unit" });
    data.units.forEach(function (row) { unit.append(element("option", row[1], { value: row[0] })); });
    unit.value = choice.enhet;
    var day = element("input", "", { id: "day-day", type: "date", max: data.day });
    day.value = choice.dag;
    [["unit", unit], ["day", day]].forEach(function (field) {
      var label = element("label", data.words[field[0]] + " ", { "for": field[1].id });
      var pair = element("div");
      pair.append(label, field[1]);
      made.append(pair);
      field[1].addEventListener("change", function () {
        if (!unit.value || !day.value) return;
        choice.enhet = unit.value;
        choice.dag = day.value;
        history.replaceState(null, "", hashOf(choice, choice.fraga));
        changed();
      });
    });
    made.addEventListener("submit", function (event) { event.preventDefault(); });
    return made;
  }

  function linkTo(root, href, text) {
    return href ? element("a", text, { href: root + href }) : element("span", text);
  }

  // A table whose rows are lists of nodes, one for each column.
  function table(columns, rows) {
    var made = element("table", "", { "class": "cards cards-register" });
    var head = element("tr");
    columns.forEach(function (name) { head.append(element("th", name, { scope: "col" })); });
    made.append(element("thead"), element("tbody"));
    made.tHead.append(head);
    rows.forEach(function (cells) {
      var row = element("tr");
      cells.forEach(function (nodes, column) {
        var attributes = column ? { "data-label": nodes.length ? columns[column] : "" } : { scope: "row" };
        var cell = element(column ? "td" : "th", "", attributes);
        nodes.forEach(function (node) { cell.append(node, " "); });
        row.append(cell);
      });
      made.tBodies[0].append(row);
    });
    return made;
  }

  // "14 mars 2025" and "14 March 2025", as the rest of the page has them.
  function written(text) {
    return new Intl.DateTimeFormat(document.documentElement.lang.replace(/^en$/, "en-GB"), { dateStyle: "long", timeZone: "UTC" })
      .format(new Date(text + "T00:00:00Z"));
  }

  function day(text) { return text ? [element("time", written(text), { datetime: text })] : []; }

  // The text itself, or a local one that is followed here instead of it.
  function standsFor(text, id) { return text.id === id || (text.replaces || []).indexOf(id) >= 0; }

  function textRow(row, state, choice, words, root) {
    var text = row.text;
    var local = state.texts.filter(function (other) { return other.text.local.indexOf(text.id) >= 0; });
    return [
      [linkTo(root, text.href, filled(words.revision, [text.title, text.number])),
        element("span", text.id, { "class": "doc-id" })]
        .concat(text.replaces.map(function (id) { return element("p", filled(words.replaces, [id])); })),
      day(row.from),
      text.by ? [element("span", text.by)].concat(day(text.on)) : [],
      day(seenBefore(text, choice.dag)),
      local.map(function (other) { return linkTo(root, other.text.href, other.text.title); }),
      text.history ? [element("a", words.history, { href: root + text.history, "aria-label": words.history + ": " + text.title })] : []
    ];
  }

  function showTexts(place, state, data, choice, root) {
    var words = data.words;
    var limit = twoYearsBefore(choice.dag);
    var rows = state.texts.filter(function (row) {
      if (choice.fraga === "beslut") return data.decisions.some(function (id) { return standsFor(row.text, id); });
      return choice.fraga !== "oversyn" || seenBefore(row.text, choice.dag) < limit;
    });
    var unit = data.units.find(function (one) { return one[0] === choice.enhet; });
    var isBefore = !knownFrom(data) || choice.dag < knownFrom(data);
    var said = choice.dag > data.day ? filled(words.later, [written(data.day)])
      : !existed(unit, choice.dag) ? filled(words.noUnit, [unit[1], written(choice.dag)])
        : isBefore ? words.before
        : filled(choice.fraga === "oversyn" ? words.old : rows.length ? words.applied : words.none, [rows.length, unit[1], written(choice.dag)]);
    place.append(element("p", said, { role: "status", id: "day-status" }));
    if (choice.dag > data.day) return;
    var isPartly = data.historyFrom && choice.dag < data.historyFrom;
    if (isPartly && !isBefore) place.append(element("p", filled(words.partly, [written(data.historyFrom)])));
    if (rows.length) {
      var made = table([words.document, words.since, words.by, words.seen, words.local, words.changes],
        rows.map(function (row) { return textRow(row, state, choice, words, root); }));
      made.id = "day-texts";
      place.append(made);
    }
    if (state.unknown.length) {
      place.append(element("h3", words.unknown + " (" + state.unknown.length + ")", { id: "day-unknown" }));
      place.append(table([words.document, words.notKnown], state.unknown.map(function (row) {
        return [[linkTo(root, row.text.history, row.text.title), element("span", row.text.id, { "class": "doc-id" })],
          [element("span", row.text.unknown)]];
      })));
    }
    if (unit[3]) place.append(linkTo(root, unit[3], words.standing));
    showRequirements(place, state, data, choice, isBefore || isPartly);
    place.append(element("p", words.prove));
    place.append(element("pre", "handbok proof --unit " + choice.enhet + " --on " + choice.dag + " --to " + words.folder));
  }

  // Which requirements had no text in force here. What they demand is as it stands today.
  function showRequirements(place, state, data, choice, isBefore) {
    var unit = data.units.findIndex(function (one) { return one[0] === choice.enhet; });
    function holds(rows, id) { return rows.some(function (row) { return standsFor(row.text, id); }); }
    // A unit that is no more, or one above others, has no requirements to count: 0 would be praise.
    var concerning = data.requirements.filter(function (row) { return row.units.indexOf(unit) >= 0; });
    if (!concerning.length) {
      place.append(element("p", data.words.noneConcerns, { id: "day-requirements" }));
      return;
    }
    var rows = concerning.filter(function (row) {
      return !row.evidence.some(function (id) { return holds(state.texts, id); }) &&
        (!row.note || isBefore);
    });
    place.append(element("h3", filled(data.words.uncovered, [rows.length]), { id: "day-requirements" }));
    place.append(element("p", data.words.asToday));
    if (!rows.length) return;
    place.append(table([data.words.document, data.words.notKnown], rows.map(function (row) {
      var isUnknown = isBefore || row.evidence.some(function (id) { return holds(state.unknown, id); });
      return [[element("span", row.clause + (row.title ? " – " + row.title : ""))],
        [element("span", isUnknown ? data.words.notKnown : data.words.missing)]];
    })));
  }

  // On the inspector's page every question leads to the unit and the day that were chosen.
  function leadQuestions(data, choice, root) {
    var unit = data.units.find(function (one) { return one[0] === choice.enhet; });
    document.querySelectorAll("[data-question]").forEach(function (link) {
      var question = link.dataset.question;
      link.href = root + (question === "inforande" ? (unit[4] || unit[2]) + "#sida_inforande"
        : "datum/index.html" + hashOf(choice, question));
    });
    document.querySelectorAll("[data-command]").forEach(function (code) {
      code.textContent = code.dataset.command.replace("{unit}", choice.enhet).replace("{day}", choice.dag);
    });
  }

  window.handbokDays = function (data) {
    var list = document.getElementById("day-list");
    var guide = document.getElementById("day-choice");
    var home = list || guide;
    if (!home || !data.units.length) return;
    var choice;
    var place = element("div");
    function show() {
      if (guide) return leadQuestions(data, choice, home.dataset.root);
      var unit = data.units.findIndex(function (row) { return row[0] === choice.enhet; });
      place.replaceChildren();
      showTexts(place, stateOf(data, unit, choice.dag), data, choice, home.dataset.root);
      var target = { krav: "day-requirements" }[choice.fraga];
      if (target && document.getElementById(target)) document.getElementById(target).scrollIntoView();
    }
    function begin() {
      choice = chosen(data);
      home.replaceChildren(form(data, choice, show), place);
      show();
    }
    window.addEventListener("hashchange", begin);
    begin();
  };
})();
