// The page of the search: what is asked for, and what is shown of the answer.
(function () {
  "use strict";

  var list = document.getElementById("search-results");
  if (!list) return;
  var search = window.handbokSearch;
  var form = document.getElementById("search-form");
  var input = document.getElementById("search-words");
  var titles = document.getElementById("search-titles");
  var filters = document.getElementById("search-filters");
  var help = document.getElementById("search-help");
  var status = document.getElementById("search-status");
  var said = document.getElementById("search-said");
  var more = document.getElementById("search-more");
  var words = list.dataset;
  var selects = Array.from(filters.querySelectorAll("select"));
  var asked = 0;
  var speaking = 0;
  var isWriting = false;

  function told(word, value) { return words[word].replace("{}", value); }

  // What is seen at once is said aloud when nothing more is written for a while, and once.
  function tell(text) {
    status.textContent = text;
    clearTimeout(speaking);
    speaking = setTimeout(function () { said.textContent = text; }, 900);
  }

  function listed(answers) {
    return answers.map(function (one) { return "\u201d" + one.said + "\u201d"; }).join(", ");
  }

  function statusText(text, result) {
    if (!result.sums.length) return told(result.isShort ? "short" : "none", text);
    var parts = [result.sums.length === 1 ? words.one : told("many", result.sums.length)];
    var guesses = result.answers.filter(function (one) { return one.isGuess; });
    if (guesses.length) parts.push(told("near", listed(guesses)));
    if (result.missing.length) parts.push(told("some", listed(result.missing)));
    return parts.length > 1 ? parts.shift() + ". " + parts.join(" ") : parts[0];
  }

  function part(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  }

  function context(sum, result) {
    var passage = search.passageOf(sum, result.answers, result.phrase);
    var element = part("p", "search-context", "");
    search.cutAtMarks(passage.pieces).forEach(function (piece) {
      element.appendChild(piece[1] ? part("mark", "", piece[0]) : document.createTextNode(piece[0]));
    });
    if (passage.anchor) {
      var link = part("a", "search-section", passage.heading);
      link.href = sum.row[0] + "#" + passage.anchor;
      element.insertBefore(document.createTextNode(" "), element.firstChild);
      element.insertBefore(link, element.firstChild);
    }
    return element;
  }

  function item(sum, result) {
    var row = sum.row;
    var element = document.createElement("li");
    if (row[5] && sum.tier === 3) element.className = "search-card";
    var link = part("a", "search-title", row[1]);
    link.href = row[0];
    element.appendChild(link);
    if (row[3]) {
      element.appendChild(document.createTextNode(" "));
      element.appendChild(part("span", "badge badge-superseded", row[3]));
    }
    element.appendChild(part("p", "search-note", row[2] + (sum.tier ? "" : " \u00b7 " + words.guess)));
    var text = context(sum, result);
    if (text.textContent) element.appendChild(text);
    return element;
  }

  function show(result, from, ask) {
    var next = from + search.shownAtOnce;
    var shown = result.sums.slice(from, next);
    return search.rowsOf(shown).then(function () {
      if (ask !== asked) return;
      var fresh = document.createDocumentFragment();
      shown.forEach(function (sum) { fresh.appendChild(item(sum, result)); });
      if (!from) list.textContent = "";
      list.appendChild(fresh);
      more.hidden = next >= result.sums.length;
      more.onclick = function () {
        var place = list.children.length;
        more.disabled = true; // or a second press would show the same again
        show(result, next, ask).then(function () {
          list.children[place].querySelector("a").focus();
        }).catch(fail).finally(function () { more.disabled = false; });
      };
    });
  }

  function fail() {
    list.textContent = "";
    help.hidden = false;
    tell(words.failed);
  }

  // While somebody writes: the titles that it may become. The arrows then belong to that list.
  function suggest(result) {
    titles.textContent = "";
    if (isWriting) result.sums.slice(0, 6).forEach(function (sum) {
      var option = document.createElement("option");
      option.value = sum.row[1];
      titles.appendChild(option);
    });
  }

  // Words that are like what was not found, as questions.
  function showHelp(text, result) {
    help.hidden = result.sums.length > 0;
    var near = help.querySelector("[data-near]");
    near.textContent = "";
    result.near.forEach(function (word) {
      var entry = document.createElement("li");
      var link = part("a", "", word);
      link.href = "?q=" + encodeURIComponent(word);
      entry.appendChild(link);
      near.appendChild(entry);
    });
    near.parentNode.hidden = !result.near.length;
    var mail = help.querySelector("a[href^='mailto:']");
    if (mail) {
      mail.href = mail.href.split("?")[0] + "?subject=" + encodeURIComponent(told("sought", text));
    }
  }

  function chosen() {
    return selects.map(function (select) { return select.value; }).filter(Boolean);
  }

  function answer(text) {
    asked += 1;
    var ask = asked;
    if (!text.trim()) {
      list.textContent = "";
      help.hidden = more.hidden = true;
      tell("");
      return;
    }
    if (!search.isReady()) return fail();
    var slow = setTimeout(function () {
      if (ask === asked) status.textContent = words.searching;
    }, 300);
    search.ask(text, chosen()).then(function (result) {
      if (ask !== asked) return;
      more.hidden = true;
      return show(result, 0, ask).then(function () {
        if (ask !== asked) return;
        suggest(result);
        showHelp(text.trim(), result);
        tell(statusText(text.trim(), result));
      });
    }).catch(function () {
      if (ask === asked) fail();
    }).finally(function () { clearTimeout(slow); });
  }

  // The address tells what was asked for, so that an answer can be kept and sent. From a folder
  // some browsers do not let a page change it.
  function remember() {
    var query = new URLSearchParams();
    if (input.value) query.set("q", input.value);
    selects.forEach(function (select) { if (select.value) query.set(select.name, select.value); });
    try {
      history.replaceState(null, "", query.toString() ? "?" + query : location.pathname);
    } catch (_) { /* then it stays as it was */ }
  }

  function searchNow() {
    remember();
    answer(input.value);
  }

  function fillFilters() {
    selects.forEach(function (select, kind) {
      search.facets[kind].forEach(function (choice) {
        var option = part("option", "", choice[0]);
        option.value = "@" + select.name + choice[1];
        select.appendChild(option);
      });
      select.disabled = false;
    });
  }

  // The arrows go through the answers; above the first is the field.
  function move(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var links = Array.from(list.querySelectorAll(".search-title"));
    var at = links.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    var next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
  }

  var pause = 0;
  input.addEventListener("input", function () {
    clearTimeout(pause);
    isWriting = true;
    pause = setTimeout(searchNow, 250);
  });
  input.addEventListener("keydown", function (event) {
    if (event.key !== "ArrowDown" || isWriting || !list.firstElementChild) return;
    event.preventDefault();
    list.querySelector(".search-title").focus();
  });
  list.addEventListener("keydown", move);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(pause);
    isWriting = false;
    searchNow();
  });
  form.addEventListener("change", function (event) {
    if (selects.includes(event.target)) searchNow();
  });
  document.addEventListener("DOMContentLoaded", function () {
    var query = new URLSearchParams(location.search);
    input.value = query.get("q") || "";
    if (search.isReady()) {
      fillFilters();
      selects.forEach(function (select) { select.value = query.get(select.name) || ""; });
    }
    answer(input.value);
    if (!input.value) input.focus();
  });
})();
