// The page of the search. The index is read as scripts, so that it works from a folder too; the
// site is whole without it. Its format is told in src/search/search_index.hpp.
(function () {
  "use strict";

  var list = document.getElementById("search-results");
  if (!list) return;
  var form = document.getElementById("search-form");
  var status = document.getElementById("search-status");
  var more = document.getElementById("search-more");
  var words = list.dataset;
  var rowsShownAtOnce = 20;

  var wordParts = []; // {first, file, groups}
  var entryFiles = [];
  var entriesInPart = 1;
  var entryRows = [];
  var loading = {};
  var asked = 0;

  window.handbokSearch = {
    start: function (inPart, files) {
      entriesInPart = inPart;
      wordParts = files[0].map(function (part) { return { first: part[0], file: part[1] }; });
      entryFiles = files[1];
    },
    words: function (number, text) { wordParts[number].groups = text.split("\n").map(readGroup); },
    entries: function (first, rows) {
      rows.forEach(function (row, index) { entryRows[first + index] = row; });
    }
  };

  // "rutin rutiner|0C2A": forms, and entries with their weights.
  function readGroup(line) {
    var bar = line.indexOf("|");
    var postings = [];
    var entry = 0;
    line.slice(bar + 1).replace(/([0-9a-z]+)([A-Z])/g, function (_, distance, weight) {
      entry += parseInt(distance, 36);
      postings.push([entry, weight.charCodeAt(0) - 64]);
    });
    return { forms: line.slice(0, bar).split(" "), postings: postings };
  }

  function load(file) {
    if (!loading[file]) {
      loading[file] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = file;
        script.onload = resolve;
        script.onerror = function () {
          delete loading[file]; // it may go better next time
          reject(new Error(file));
        };
        document.head.appendChild(script);
      });
    }
    return loading[file];
  }

  // Everything that begins with the prefix: groups of forms, from all parts that may hold it.
  function groupsWith(prefix) {
    var last = prefix + "\uffff";
    var parts = wordParts.filter(function (part, index) {
      var next = wordParts[index + 1];
      return part.first <= last && (!next || next.first >= prefix);
    });
    return Promise.all(parts.map(function (part) { return load(part.file); })).then(function () {
      return parts.reduce(function (all, part) { return all.concat(part.groups); }, []);
    });
  }

  // ---- What is asked for, cut into words as src/text/search_words.cpp does ----

  var folds = { "\u00e5\u00e4\u00e1\u00e0\u00e2\u00e3\u00e6": "a", "\u00f6\u00f3\u00f2\u00f4\u00f5\u00f8": "o", "\u00e9\u00e8\u00ea\u00eb": "e", "\u00fc\u00fa\u00f9\u00fb": "u", "\u00ed\u00ec\u00ee\u00ef": "i", "\u00f1": "n", "\u00e7": "c", "\u00fd\u00ff": "y" };

  function fold(text) {
    return text.replace(/[^\x00-\x7f]/g, function (letter) {
      var key = Object.keys(folds).find(function (letters) { return letters.includes(letter); });
      return key ? folds[key] : letter;
    });
  }

  function askedWords(text) {
    var clean = text.normalize("NFC").toLowerCase().replace(/\u00ad/g, "");
    var wholes = clean.match(/[a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?:[:\/-][a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+)*/g) || [];
    var found = [];
    wholes.forEach(function (whole) {
      var parts = /\d/.test(whole) ? [whole] : whole.split(/[:\/-]/);
      parts.forEach(function (part) { if (part.length > 1) found.push(part); });
    });
    return found;
  }

  // An id without its hyphen, "rut 001", as it is written; else nothing.
  function askedId(text) {
    var parts = /^\s*([a-z]{2,5}) ?(\d{2,4})\s*$/i.exec(text);
    return parts ? [(parts[1] + "-" + parts[2]).toLowerCase()] : [];
  }

  // ---- What a word finds: entry -> how well ----

  function addPostings(found, group, share) {
    group.postings.forEach(function (posting) {
      var value = posting[1] * share;
      if (!(found.get(posting[0]) >= value)) found.set(posting[0], value);
    });
  }

  function matching(groups, shareOf) {
    var found = new Map();
    groups.forEach(function (group) {
      var share = Math.max.apply(null, group.forms.map(shareOf));
      if (share > 0) addPostings(found, group, share);
    });
    return found;
  }

  function byBeginning(word) {
    return groupsWith(word).then(function (groups) {
      return matching(groups, function (form) {
        if (form === word) return 1;
        return form.startsWith(word) ? 0.6 : 0;
      });
    });
  }

  // "rutinernas" is found by "rutiner": the same beginning, and an ending of at most four letters.
  // Goes on until something is found that was not known.
  function byOtherEnding(word, cut, known) {
    if (cut > 4 || word.length - cut < 4) return Promise.resolve(new Map());
    var stem = word.slice(0, word.length - cut);
    return groupsWith(stem).then(function (groups) {
      var found = matching(groups, function (form) {
        return form.startsWith(stem) && form.length <= stem.length + 4 ? 0.5 : 0;
      });
      var isNew = Array.from(found.keys()).some(function (entry) { return !known.has(entry); });
      return isNew ? found : byOtherEnding(word, cut + 1, known);
    });
  }

  // A form that few texts have may not meet the others by its stem.
  function byForms(word) {
    return byBeginning(word).then(function (found) {
      if (found.size >= 5 || /\d/.test(word)) return found;
      return byOtherEnding(word, 1, found).then(function (more) {
        more.forEach(function (value, entry) {
          if (!(found.get(entry) >= value)) found.set(entry, value);
        });
        return found;
      });
    });
  }

  // The number of letters to change, add or take away, if it is at most `most`; else more than it.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var row = Array.from({ length: b.length + 1 }, function (_, i) { return i; });
    for (var i = 1; i <= a.length; i += 1) {
      var before = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length; j += 1) {
        var above = row[j];
        row[j] = Math.min(above + 1, row[j - 1] + 1, before + (a[i - 1] === b[j - 1] ? 0 : 1));
        before = above;
      }
    }
    return row[b.length];
  }

  // Slips of the keys; the first two letters are taken to be right, and numbers never slip.
  function bySpelling(word) {
    var most = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
    if (!most || /\d/.test(word)) return Promise.resolve(new Map());
    return groupsWith(word.slice(0, 2)).then(function (groups) {
      return matching(groups, function (form) {
        var wrong = distance(word, form, most);
        return wrong <= most ? 0.4 / wrong : 0;
      });
    });
  }

  function inBoth(one, other) {
    var found = new Map();
    one.forEach(function (value, entry) {
      if (other.has(entry)) found.set(entry, Math.min(value, other.get(entry)) / 2);
    });
    return found;
  }

  // "lakemedelsrutin" is found where both "lakemedel" and "rutin" stand.
  function byParts(word, at) {
    if (at > word.length - 4) return Promise.resolve(new Map());
    var first = word.slice(0, at);
    var unbound = first.length > 4 && first.endsWith("s") ? first.slice(0, -1) : first;
    return Promise.all([byBeginning(unbound), byBeginning(word.slice(at))]).then(function (both) {
      var found = inBoth(both[0], both[1]);
      return found.size ? found : byParts(word, at + 1);
    });
  }

  function find(word) {
    var plain = fold(word);
    var ways = [
      function () { return byForms(plain); },
      function () { return byParts(plain, 4); },
      function () { return bySpelling(plain); }
    ];
    return ways.reduce(function (result, way) {
      return result.then(function (known) {
        if (known.found.size) return known;
        return way().then(function (found) {
          return { word: word, found: found, isNear: way === ways[2] };
        });
      });
    }, Promise.resolve({ word: word, found: new Map(), isNear: false }));
  }

  function findAll(wanted) { return Promise.all(wanted.map(find)); }

  // ---- The answer ----

  // Entries by how many of the words they have, then by how well.
  function rank(answers) {
    var sums = new Map();
    answers.forEach(function (answer) {
      answer.found.forEach(function (value, entry) {
        var sum = sums.get(entry) || { entry: entry, count: 0, value: 0 };
        sum.count += 1;
        sum.value += value;
        sums.set(entry, sum);
      });
    });
    var all = Array.from(sums.values());
    var most = Math.max.apply(null, [0].concat(all.map(function (sum) { return sum.count; })));
    return {
      entries: all
        .filter(function (sum) { return sum.count === most; })
        .sort(function (a, b) { return b.value - a.value || a.entry - b.entry; })
        .map(function (sum) { return sum.entry; }),
      hasAll: most === answers.length
    };
  }

  function told(word, value) { return words[word].replace("{}", value); }

  function statusText(text, answers, ranked) {
    if (!ranked.entries.length) return told("none", text);
    var count = ranked.entries.length === 1 ? words.one : told("many", ranked.entries.length);
    if (!ranked.hasAll) return words.some + " " + count + ".";
    var near = answers.filter(function (answer) { return answer.isNear; });
    if (near.length) return told("near", near.map(function (a) { return a.word; }).join(", ")) + " " + count + ".";
    return count + ".";
  }

  function part(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  }

  function item(row) {
    var element = document.createElement("li");
    var link = part("a", "", row[1]);
    link.href = row[0];
    element.appendChild(link);
    if (row[3]) {
      element.appendChild(document.createTextNode(" "));
      element.appendChild(part("span", "badge badge-superseded", row[3]));
    }
    element.appendChild(part("p", "search-note", row[2]));
    if (row[4]) element.appendChild(part("p", "search-lead", row[4]));
    return element;
  }

  function show(entries, from, ask) {
    var shown = entries.slice(from, from + rowsShownAtOnce);
    var files = new Set(shown.map(function (entry) { return entryFiles[Math.floor(entry / entriesInPart)]; }));
    return Promise.all(Array.from(files, load)).then(function () {
      if (ask !== asked) return;
      shown.forEach(function (entry) { list.appendChild(item(entryRows[entry])); });
      var next = from + rowsShownAtOnce;
      more.hidden = next >= entries.length;
      more.onclick = function () {
        var place = list.children.length;
        more.disabled = true; // or a second press would show the same again
        show(entries, next, ask).then(function () {
          list.children[place].querySelector("a").focus();
        }).finally(function () { more.disabled = false; });
      };
    });
  }

  function search(text) {
    asked += 1;
    var ask = asked;
    var wanted = askedWords(text);
    if (!wanted.length) {
      list.textContent = "";
      status.textContent = "";
      more.hidden = true;
      return;
    }
    findAll(askedId(text)).then(function (answers) {
      return answers.length && answers[0].found.size ? answers : findAll(wanted);
    }).then(function (answers) {
      if (ask !== asked) return;
      var ranked = rank(answers);
      list.textContent = "";
      more.hidden = true;
      status.textContent = statusText(text.trim(), answers, ranked);
      return show(ranked.entries, 0, ask);
    }).catch(function () {
      if (ask === asked) status.textContent = words.failed;
    });
  }

  // The address tells what was asked for, so that an answer can be kept and sent. From a folder
  // some browsers do not let a page change it.
  function remember(text) {
    try {
      history.replaceState(null, "", text ? "?q=" + encodeURIComponent(text) : location.pathname);
    } catch (_) { /* then it stays as it was */ }
  }

  var input = form.querySelector("input");
  var pause = 0;
  input.addEventListener("input", function () {
    clearTimeout(pause);
    pause = setTimeout(function () {
      remember(input.value);
      search(input.value);
    }, 150);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(pause);
    remember(input.value);
    search(input.value);
  });
  document.addEventListener("DOMContentLoaded", function () {
    input.value = new URLSearchParams(location.search).get("q") || "";
    search(input.value);
    if (!input.value) input.focus();
  });
})();
