// "My unit": chosen on the unit's page, kept in this browser only, and forgotten when asked. What units
// add to a text opens where it stands, their numbers come first, and lists leave out what does not
// reach them. Without this script everything is shown, with the unit's name beside it.
(function () {
  "use strict";

  var key = "handbok.unit";

  function isList(value) {
    return Array.isArray(value) && value.every(function (each) { return typeof each === "string"; });
  }

  // Somebody else may have written there, or an older handbook.
  function read() {
    var unit = null;
    try { unit = JSON.parse(localStorage.getItem(key)); } catch (error) { return null; }
    var isWhole = unit && typeof unit.id === "string" && typeof unit.name === "string" &&
      /^[\w-]+(\/[\w.-]+)*$/.test(unit.href) && isList(unit.line) && isList(unit.regimes);
    return isWhole ? unit : null;
  }

  function keep(unit) {
    try {
      if (unit) localStorage.setItem(key, JSON.stringify(unit));
      else localStorage.removeItem(key);
    } catch (error) { /* a browser that keeps nothing: the choice lasts for this page */ }
  }

  function words(text) {
    return text ? text.split(" ") : [];
  }

  function shares(some, others) {
    return some.some(function (each) { return others.includes(each); });
  }

  function each(selector, act) {
    document.querySelectorAll(selector).forEach(act);
  }

  // The rule of the program (derive/reach), for what is marked with what it asks for.
  function reaches(element, unit) {
    var named = words(element.dataset.for);
    if (named.includes(unit.id)) return true;
    var regimes = words(element.dataset.regimes);
    return shares(named.concat(words(element.dataset.under)), unit.line) &&
      !shares(words(element.dataset.not), unit.line) &&
      (regimes.length === 0 || shares(regimes, unit.regimes));
  }

  function unitOfPage() {
    var choice = document.querySelector("[data-unit-choice]");
    return choice && {
      id: choice.dataset.unitChoice,
      name: choice.dataset.name,
      href: choice.dataset.href,
      line: words(choice.dataset.line),
      regimes: words(choice.dataset.regimes)
    };
  }

  function showChoice(unit) {
    each("[data-unit-choice]", function (choice) {
      var isMine = Boolean(unit) && unit.id === choice.dataset.unitChoice;
      choice.hidden = false;
      choice.querySelector("[data-choose]").hidden = isMine;
      choice.querySelector("[data-chosen]").hidden = !isMine;
    });
    each("[data-my-unit]", function (place) {
      place.hidden = !unit;
      if (!unit) return;
      var link = place.querySelector("[data-unit-link]");
      link.textContent = unit.name;
      link.href = (document.body.dataset.root || "") + unit.href;
    });
  }

  function showLocalTexts(unit) {
    each("details.local-box", function (box) {
      var isMine = Boolean(unit) && unit.line.includes(box.dataset.unit);
      box.hidden = Boolean(unit) && !isMine;
      box.open = isMine;
      for (var fold = box.parentElement.closest("details"); isMine && fold; fold = fold.parentElement.closest("details"))
        fold.open = true;
    });
    each("details.local-group", function (group) {
      group.hidden = !group.querySelector("details.local-box:not([hidden])");
    });
  }

  // The nearest numbers of each role, and for hours that nobody answers those of the unit above.
  function numbersFor(rows, unit) {
    var answered = {};
    return unit.line.flatMap(function (id) {
      var here = rows.filter(function (row) {
        return row.dataset.unit === id && (row.dataset.hours & ~(answered[row.dataset.role] || 0)) !== 0;
      });
      here.forEach(function (row) { answered[row.dataset.role] |= Number(row.dataset.hours); });
      return here;
    });
  }

  function showNumbers(unit) {
    each("[data-ring]", function (ring) {
      ring.querySelectorAll(".ring-mine").forEach(function (list) { list.remove(); });
      var common = ring.querySelector(":scope > .ring-list");
      if (common) common.hidden = false;
      if (!unit || document.body.dataset.page === "unit") return;
      var numbers = numbersFor(Array.from(ring.querySelectorAll("li")), unit);
      if (numbers.length === 0) return;
      var mine = document.createElement("ul");
      mine.className = "ring-list ring-mine";
      numbers.forEach(function (row) {
        var copy = mine.appendChild(row.cloneNode(true));
        var name = copy.querySelector(".ring-unit");
        if (name) name.remove();
      });
      ring.prepend(mine);
      if (common) common.hidden = true;
    });
  }

  function filterLists(unit) {
    each("[data-unit-filter]", function (filter) {
      var box = filter.querySelector("input");
      var count = 0;
      each("[data-under], [data-for]", function (element) {
        element.hidden = Boolean(unit) && box.checked && !reaches(element, unit);
        if (element.hidden) count += 1;
      });
      each("[data-unit-group]", function (group) {
        group.hidden = !group.querySelector("li:not([hidden])");
      });
      filter.hidden = !unit;
      if (unit) filter.querySelector("[data-unit-name]").textContent = unit.name;
      var status = filter.querySelector("[role=status]");
      status.textContent = count > 0 ? status.dataset.leftOut + " " + count : "";
    });
  }

  var mine = read();

  function show() {
    showChoice(mine);
    showLocalTexts(mine);
    showNumbers(mine);
    filterLists(mine);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-choose], [data-forget]");
    if (!button) return;
    mine = "choose" in button.dataset ? unitOfPage() : null;
    keep(mine);
    show();
    var next = document.querySelector(mine ? "[data-unit-choice] [data-forget]" : "[data-unit-choice] [data-choose]");
    (next || document.getElementById("main")).focus();
  });
  each("[data-unit-filter] input", function (box) {
    box.addEventListener("change", function () { filterLists(mine); });
  });

  // The organisation may have changed since the unit was chosen.
  var page = unitOfPage();
  if (mine && page && page.id === mine.id) {
    mine = page;
    keep(mine);
  }
  show();
})();
