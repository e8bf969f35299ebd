// What the search finds, and how well. The index is read as scripts, so that it works from a folder
// too; its format is told in src/search/search_index.hpp, and the page is search_page.js.
(function () {
  "use strict";

  if (!document.getElementById("search-results")) return;

  var index; // what the start says
  var common = new Set();
  var wordParts = []; // {first, file, groups}
  var rows = [];
  var texts = [];
  var loading = {};
  var asked = {};

  var search = window.handbokSearch = {
    start: function (told) {
      index = told;
      common = new Set(told.common.split(" "));
      wordParts = told.words.map(function (part) { return { first: part[0], file: part[1] }; });
      search.facets = told.facets;
    },
    words: function (number, text) { wordParts[number].groups = text.split("\n").map(readGroup); },
    entries: function (first, read) {
      read.forEach(function (row, place) { rows[first + place] = row; });
    },
    texts: function (read) { read.forEach(function (text) { texts[text[0]] = text[1]; }); },
    isReady: function () { return Boolean(index); },
    ask: ask,
    rowsOf: rowsOf,
    passageOf: passageOf,
    cutAtMarks: cutAtMarks,
    stem: stem,
    nameKey: nameKey
  };

  var signs = "!#$%&*ABCDEFGHIJKLMNOPQRSTUVWXYZ"; // of weights, from the least

  // "rutin rutiner|0C2A": forms, and entries with their weights.
  function readGroup(line) {
    var bar = line.indexOf("|");
    return { forms: line.slice(0, bar).split(" "), packed: line.slice(bar + 1) };
  }

  function postingsOf(group) {
    if (group.postings) return group.postings;
    var entry = 0;
    var distance = 0;
    group.postings = [];
    for (var at = 0; at < group.packed.length; at += 1) {
      var code = group.packed.charCodeAt(at);
      if (code > 96) distance = distance * 36 + code - 87;
      else if (code > 47 && code < 58) distance = distance * 36 + code - 48;
      else {
        entry += distance;
        distance = 0;
        group.postings.push([entry, Math.pow(7 / 6, signs.indexOf(group.packed[at]) + 1 - signs.length)]);
      }
    }
    return group.postings;
  }

  // Only files of the index are ever loaded, whoever asks.
  var policy = window.trustedTypes && window.trustedTypes.createPolicy("handbok-search", {
    createScriptURL: function (file) {
      if (/^sok\/[0-9a-f]+\.js$/.test(file)) return file;
      throw new TypeError(file);
    }
  });

  function load(file) {
    if (!loading[file]) {
      loading[file] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = policy ? policy.createScriptURL(file) : file;
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

  function partsBetween(first, last) {
    return wordParts.filter(function (part, place) {
      var next = wordParts[place + 1];
      return part.first <= last && (!next || next.first >= first);
    });
  }

  // The groups of the parts that hold all forms from `first` to `last`.
  function groupsBetween(first, last) {
    var parts = partsBetween(first, last);
    return Promise.all(parts.map(function (part) { return load(part.file); })).then(function () {
      return parts.reduce(function (all, part) { return all.concat(part.groups); }, []);
    });
  }

  function groupsWith(prefix) { return groupsBetween(prefix, prefix + "\uffff"); }

  function groupsOf(form) {
    return groupsBetween(form, form).then(function (groups) {
      return groups.filter(function (group) { return group.forms.includes(form); });
    });
  }

  // ---- Words, cut as src/text/search_words.cpp does, and named as src/search/names.cpp does ----

  var folds = {};
  [["a", "\u00e5\u00e4\u00e1\u00e0\u00e2\u00e3\u00e6"], ["o", "\u00f6\u00f3\u00f2\u00f4\u00f5\u00f8"],
    ["e", "\u00e9\u00e8\u00ea\u00eb"], ["u", "\u00fc\u00fa\u00f9\u00fb"], ["i", "\u00ed\u00ec\u00ee\u00ef"],
    ["n", "\u00f1"], ["c", "\u00e7"], ["y", "\u00fd\u00ff"]].forEach(function (fold) {
    fold[1].split("").forEach(function (letter) { folds[letter] = fold[0]; });
  });
  var wholeWord = /[a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?:[:\/-][a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+)*/g;

  function fold(text) {
    return text.replace(/[^\x00-\x7f]/g, function (letter) { return folds[letter] || letter; });
  }

  function clean(text) { return text.normalize("NFC").toLowerCase().replace(/\u00ad/g, ""); }

  function wordsOf(text, withParts) {
    var found = [];
    (clean(text).match(wholeWord) || []).forEach(function (whole) {
      var parts = whole.split(/[:\/-]/);
      var hasDigit = parts.length > 1 && /\d/.test(whole);
      if (hasDigit) found.push(whole);
      if (withParts || !hasDigit) {
        found = found.concat(parts.filter(function (part) { return part.length > 1; }));
      }
    });
    return found;
  }

  var endings = "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as arnas ernas ornas es ades andes ens arens hetens erns at andet het ast".split(" ")
    .sort(function (a, b) { return b.length - a.length; });

  // The Snowball stemmer for Swedish, on words that are not folded: "rad" has an ending, "r\u00e5d" has
  // none. Other languages keep their words: a form that no text has is found by its beginning.
  function stem(word) {
    if (index.language !== "sv") return word;
    return snowball(word).replace(/^(.{3,})(et|an)$/, function (all, left) {
      return all.endsWith("itet") ? all : left;
    });
  }

  function snowball(word) {
    var region = /[aeiouy\u00e5\u00e4\u00f6][^aeiouy\u00e5\u00e4\u00f6]/.exec(word);
    if (!region) return word;
    var from = Math.max(region.index + 2, 3);
    function drop(suffix) {
      return word.length - suffix.length >= from && word.endsWith(suffix);
    }
    var ending = endings.find(drop);
    if (ending && (ending !== "s" || /[bcdfghjklmnoprtvy]s$/.test(word))) {
      word = word.slice(0, -ending.length);
    }
    if (["dd", "gd", "nn", "dt", "gt", "kt", "tt"].some(drop)) word = word.slice(0, -1);
    if (drop("l\u00f6st") || drop("fullt")) return word.slice(0, -1);
    ending = ["lig", "els", "ig"].find(drop);
    return ending ? word.slice(0, -ending.length) : word;
  }

  function idKey(text) {
    var id = /^([a-z]{2,6})[- ]?(\d{1,4})$/.exec(fold(clean(text)).trim());
    return id ? "=" + id[1] + "-" + Number(id[2]) : "";
  }

  function isTelling(word) { return !common.has(word); }

  function nameKey(text) {
    var words = wordsOf(text, true);
    var telling = words.filter(isTelling);
    var stems = (telling.length ? telling : words).map(function (word) { return fold(stem(word)); });
    return idKey(text) || (stems.length ? "=" + stems.sort().join("+") : "");
  }

  // Ids and clauses that stand among other words, and the words without them.
  function readNames(text) {
    var keys = [];
    var whole = text.replace(/(\d{1,3})\s*kap\.?\s*(\d{1,3})\s*\u00a7*/gi, " $1:$2 ");
    var rest = whole
      .replace(/(^|\s)(\d{1,3}:\d{1,3})(?=$|[\s,.])/g, function (_, before, clause) {
        keys.push("=" + clause);
        return before;
      })
      .replace(/(^|\s)([a-z\u00e5\u00e4\u00f6]{2,6}[- ]?\d{1,4})(?=$|[\s,.])/gi, function (all, before, id) {
        keys.push(idKey(id));
        return all;
      });
    // "B 12" may be written "B12".
    rest.replace(/(?:^|\s)([a-z\u00e5\u00e4\u00f6])[ -](\d{1,3})(?=$|\s)/gi, function (_, letter, number) {
      rest += " " + letter + number;
    });
    return { whole: whole, keys: keys, rest: rest };
  }

  // ---- What a word finds: entry -> how well, from 0 to 1 ----

  function keepBest(found, entry, value) {
    if (!(found.get(entry) >= value)) found.set(entry, value);
  }

  // Groups as an answer; `share` is how much of their worth they keep.
  function answer(word, way, groups, share) {
    var made = { word: word, way: way, found: new Map(), forms: new Set() };
    groups.forEach(function (group) {
      group.forms.forEach(function (form) { made.forms.add(form); });
      postingsOf(group).forEach(function (posting) {
        keepBest(made.found, posting[0], posting[1] * share);
      });
    });
    return made;
  }

  function byForm(word) {
    return groupsOf(fold(word)).then(function (groups) { return answer(fold(word), "whole", groups, 1); });
  }

  // A form that no text has, by what has its stem and an ending; else all that begins so.
  function byStem(said) {
    var word = fold(said);
    var root = fold(stem(said));
    if (root.length < 3) return Promise.resolve(answer(word, "whole", [], 1));
    return groupsWith(root).then(function (groups) {
      function having(test) {
        return groups.filter(function (group) {
          return group.forms.some(function (form) { return form.startsWith(root) && test(form); });
        });
      }
      var same = index.language !== "sv" ? [] : having(function (form) {
        return /^(s|et|ets|an|ans|ig|iga|igt|lig|liga|ligt|)$/.test(form.slice(root.length)) ||
          endings.includes(form.slice(root.length));
      });
      if (same.length) return answer(word, "whole", same, 1);
      return answer(word, "beginning", having(function (form) { return form.startsWith(word); }), 0.6);
    });
  }

  function exactly(word) {
    return byForm(word).then(function (found) {
      if (found.found.size) return found;
      return byStem(word).then(function (other) {
        return other.way === "whole" ? other : answer(fold(word), "whole", [], 1);
      });
    });
  }

  // The letters to change, add, take away or swap with the next, if at most `most`; else more.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var older = [];
    var old = Array.from({ length: b.length + 1 }, function (_, place) { return place; });
    for (var i = 1; i <= a.length; i += 1) {
      var row = [i];
      for (var j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], older[j - 2] + 1);
        }
      }
      older = old;
      old = row;
    }
    return old[b.length];
  }

  // Slips of the keys: the first letter is taken to be right, numbers and short words never slip.
  // Only the nearest words count, and they are told as guesses.
  function bySpelling(said) {
    var word = fold(said);
    var most = word.length >= 9 ? 2 : word.length >= 6 ? 1 : 0;
    if (!most || /\d/.test(word)) return Promise.resolve(answer(word, "spelling", [], 1));
    var start = word.slice(0, partsBetween(word.slice(0, 2), word.slice(0, 2) + "\uffff").length > 5 ? 3 : 2);
    return groupsWith(start).then(function (groups) {
      var nearest = most;
      var near = [];
      groups.forEach(function (group) {
        if (/^[=@]/.test(group.forms[0])) return;
        var wrong = Math.min.apply(null, group.forms.map(function (form) {
          return distance(word, form, nearest);
        }));
        if (wrong < nearest) near = [];
        if (wrong <= nearest) near.push(group);
        nearest = Math.min(nearest, wrong);
      });
      return answer(word, "spelling", near, 0.5 / nearest);
    });
  }

  // "klagomalsblankett" is found where both "klagomal" and "blankett" stand. Both must be words, or
  // one of them a long one.
  function byParts(word) {
    var cuts = [];
    for (var at = 3; at <= word.length - 3; at += 1) cuts.push(at);
    function wordOf(part) { return part.length < 5 ? byForm(part) : exactly(part); }
    function firstOf(at) {
      var first = word.slice(0, at);
      return wordOf(first).then(function (found) {
        if (found.found.size || !first.endsWith("s") || at < 4) return found;
        return wordOf(first.slice(0, -1));
      });
    }
    var partly = answer(word, "parts", [], 1);
    function tryFrom(place) {
      if (place >= cuts.length) return partly.found.size ? Promise.resolve(partly) : byEnd(0);
      return firstOf(cuts[place]).then(function (first) {
        if (!first.found.size) return tryFrom(place + 1);
        if (cuts[place] > 5) partly = both(word, first, answer(word, "parts", [], 1));
        return wordOf(word.slice(cuts[place])).then(function (last) {
          return last.found.size ? both(word, first, last) : tryFrom(place + 1);
        });
      });
    }
    // "dubbelsignering" at least by "signering".
    function byEnd(place) {
      if (word.length - cuts[place] < 6) return Promise.resolve(partly);
      return wordOf(word.slice(cuts[place])).then(function (last) {
        return last.found.size ? both(word, last, partly) : byEnd(place + 1);
      });
    }
    return word.length < 7 || /\d/.test(word) ? Promise.resolve(answer(word, "parts", [], 1)) : tryFrom(0);
  }

  // "epost" may be written "e-post", of which "post" is the word.
  function byJoint(word) {
    var rest = /^e(.{3,})$/.exec(fold(word));
    if (!rest) return Promise.resolve(answer(fold(word), "parts", [], 1));
    return byForm(rest[1]).then(function (found) {
      found.way = "parts";
      return found;
    });
  }

  function both(word, first, last) {
    var made = answer(word, "parts", [], 1);
    [first, last].forEach(function (part, place) {
      var other = place ? first : last;
      part.forms.forEach(function (form) { made.forms.add(form); });
      part.found.forEach(function (value, entry) {
        var has = other.found.get(entry);
        keepBest(made.found, entry, has ? (value + has) / 2 : value / 6);
      });
    });
    return made;
  }

  // The ways to find a word, until one does. What is written apart from its number is tried together.
  function find(word) {
    return [byForm, byStem, byParts, bySpelling, byJoint].reduce(function (before, way) {
      return before.then(function (known) {
        return known && known.found.size ? known : way(word);
      });
    }, Promise.resolve(null)).then(function (found) {
      found.said = word;
      found.word = fold(word);
      found.isGuess = found.way === "parts" || found.way === "spelling";
      return found;
    });
  }

  // How much a word tells: the fewer entries have it, the more.
  function telling(found) {
    return Math.log(1 + (index.count - found.found.size + 0.5) / (found.found.size + 0.5));
  }

  // ---- The answer ----

  // What is called by some of the words, next to each other, answers each of them as its title would.
  function addNamed(answers) {
    var spans = [];
    for (var from = 0; from < answers.length; from += 1) {
      for (var to = from + 1; to <= Math.min(from + 3, answers.length); to += 1) {
        spans.push(answers.slice(from, to));
      }
    }
    return Promise.all(spans.map(function (span) {
      var key = "=" + span.map(function (found) { return fold(stem(found.said)); }).sort().join("+");
      return named([key]).then(function (names) {
        names.forEach(function (value, entry) {
          span.forEach(function (found) { keepBest(found.found, entry, value); });
        });
      });
    })).then(function () { return answers; });
  }

  function named(keys) {
    return Promise.all(keys.filter(Boolean).map(groupsOf)).then(function (all) {
      return answer("", "name", [].concat.apply([], all), 1).found;
    });
  }

  // All that has some of the words: by how well, times the share of what was asked for that it has.
  function score(answers) {
    var all = answers.reduce(function (sum, found) { return sum + found.worth; }, 0);
    var sums = new Map();
    answers.forEach(function (found) {
      found.found.forEach(function (value, entry) {
        var sum = sums.get(entry) || { entry: entry, value: 0, share: 0, isMatch: false };
        sum.value += value * found.worth;
        sum.share += found.worth / all;
        sum.isMatch = sum.isMatch || !found.isGuess;
        sums.set(entry, sum);
      });
    });
    sums.forEach(function (sum) { sum.value *= sum.share; });
    return sums;
  }

  // What is called so comes first, then what is named by an id or clause among other words, then
  // matches, and last what was only guessed.
  function rank(scored, whole, among, hasOthers) {
    function tierOf(sum) {
      if (whole.has(sum.entry)) return 3;
      if (among.has(sum.entry) && (!hasOthers || sum.share > 0)) return 2;
      return sum.isMatch ? 1 : 0;
    }
    [whole, among].forEach(function (names) {
      names.forEach(function (_, entry) {
        if (!scored.has(entry)) scored.set(entry, { entry: entry, value: 0, share: 0, isMatch: true });
      });
    });
    return Array.from(scored.values(), function (sum) {
      var name = whole.get(sum.entry) || among.get(sum.entry) || 0;
      sum.tier = tierOf(sum);
      sum.name = sum.tier < 2 ? 0 : hasOthers && sum.tier === 2 ? name * (0.1 + sum.share) : name;
      return sum;
    }).sort(inOrder);
  }

  function inOrder(a, b) {
    return b.tier - a.tier || (b.tier === 3 && Boolean(b.isSame) - Boolean(a.isSame)) ||
      b.name - a.name || b.value - a.value || a.entry - b.entry;
  }

  function narrowed(sums, choices) {
    return Promise.all(choices.map(function (choice) { return named([choice]); }))
      .then(function (allowed) {
        return sums.filter(function (sum) {
          return allowed.every(function (entries) { return entries.has(sum.entry); });
        });
      });
  }

  // What was asked for, by words: { sums, answers, hasAll, near }.
  function ask(text, choices) {
    var read = readNames(text);
    var words = wordsOf(read.rest, false);
    var told = words.filter(isTelling);
    if (!told.length && !read.keys.length) told = words;
    return Promise.all([named([nameKey(read.whole)]), named(read.keys), Promise.all(told.map(find)).then(addNamed)])
      .then(function (parts) {
        var answers = parts[2].filter(function (found) { return found.found.size; });
        answers.forEach(function (found) { found.worth = telling(found); });
        var sums = rank(score(answers), parts[0], parts[1], told.length > 0);
        var missing = parts[2].filter(function (found) { return !found.found.size; });
        return narrowed(sums, choices || []).then(function (left) {
          var plain = clean(text).trim();
          var phrase = words.length > 1 ? fold(plain) : "";
          var result = { text: plain, phrase: phrase, sums: left, answers: answers, missing: missing, near: [],
            isShort: !words.length && !read.keys.length };
          return left.length ? improved(result) : withNear(result, missing.concat(answers));
        });
      });
  }

  // Words of the handbook that begin like one that it does not have.
  function withNear(result, answers) {
    return Promise.all(answers.map(function (found) {
      function alike(form) {
        var same = 0;
        while (same < form.length && form[same] === found.word[same]) same += 1;
        return same;
      }
      return groupsWith(found.word.slice(0, 3)).then(function (groups) {
        return groups.map(function (group) { return group.forms[0]; })
          .filter(function (form) { return alike(form) >= 3; })
          .sort(function (a, b) { return alike(b) - alike(a) || a.length - b.length; }).slice(0, 3);
      });
    })).then(function (near) {
      result.near = [].concat.apply([], near);
      return result;
    });
  }

  // The first answers once more, by the passage of each that has most of what was asked for.
  function improved(result) {
    var first = result.sums.slice(0, search.shownAtOnce);
    return rowsOf(first).then(function () {
      first.forEach(function (sum) {
        var passage = passageOf(sum, result.answers, result.phrase);
        sum.value *= 0.6 + 0.8 * passage.worth;
        sum.isSame = clean(sum.row[1]).trim() === result.text;
      });
      result.sums = first.sort(inOrder).concat(result.sums.slice(search.shownAtOnce));
      return result;
    });
  }

  // What the rows of the entries say, and their texts.
  function rowsOf(sums) {
    return Promise.all(sums.map(function (sum) {
      return load(index.entries[Math.floor(sum.entry / index.inPart)]).then(function () {
        sum.row = rows[sum.entry];
        return sum.row[6] ? load(sum.row[6]) : null;
      });
    })).then(function () { return sums; });
  }

  // ---- Passages, and the words that were asked for in them ----

  function isForm(plain, found) {
    if (found.forms.has(plain)) return true;
    if (found.way === "beginning") return plain.startsWith(found.word);
    return Array.from(found.forms).some(function (form) {
      return form.length > 3 && plain.length > form.length + 2 &&
        (plain.startsWith(form) || plain.endsWith(form));
    });
  }

  // The answers that a word of a text belongs to. Most words come again and again.
  function answersIn(word, answers) {
    if (answers !== asked.answers) asked = { answers: answers, words: new Map() };
    if (!asked.words.has(word)) {
      var plain = fold(clean(word));
      asked.words.set(word, answers.filter(function (one) { return isForm(plain, one); }));
    }
    return asked.words.get(word);
  }

  // A text as [[piece, is it asked for] …], and the share of what was asked for that stands in it.
  function marked(text, answers) {
    var pieces = [];
    var has = new Set();
    var from = 0;
    var lower = text.toLowerCase();
    if (lower.length !== text.length) lower = text; // some letters have longer small ones
    lower.replace(/[a-z0-9\u00ad\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+/g, function (word, at) {
      var found = answersIn(word, answers);
      if (!found.length) return;
      found.forEach(function (one) { has.add(one); });
      pieces.push([text.slice(from, at), false], [text.slice(at, at + word.length), true]);
      from = at + word.length;
    });
    pieces.push([text.slice(from), false]);
    var all = answers.reduce(function (sum, one) { return sum + one.worth; }, 0);
    var own = Array.from(has).reduce(function (sum, one) { return sum + one.worth; }, 0);
    return { pieces: pieces, share: all ? own / all : 0 };
  }

  // The passage of an entry that answers best: { pieces, share, anchor, heading }. One that has the
  // words as they were asked for is worth more than one that has them all.
  function passageOf(sum, answers, phrase) {
    if (sum.passage) return sum.passage; // its order asked for it, then what shows it
    function phrased(text) { return phrase && fold(clean(text)).includes(phrase) ? 1 : 0; }
    var best = marked(sum.row[4], answers);
    var inTitle = marked(sum.row[1], answers).share;
    best.share += phrased(sum.row[4] + " " + sum.row[1]);
    best.anchor = best.heading = "";
    (texts[sum.entry] || []).forEach(function (section) {
      var inHeading = marked(section[1], answers).share;
      section.slice(2).forEach(function (text) {
        var passage = marked(text, answers);
        var share = Math.max(passage.share, Math.min(1, passage.share + inHeading / 2)) + phrased(text);
        if (!passage.share || share <= best.share + 0.001) return;
        best = { pieces: passage.pieces, share: share, anchor: section[0], heading: section[1] };
      });
    });
    best.worth = Math.max(best.share, inTitle);
    sum.passage = best;
    return best;
  }

  // The pieces around the first mark, about as much as two lines.
  function cutAtMarks(pieces) {
    var before = 60;
    var most = 190;
    var first = pieces.findIndex(function (piece) { return piece[1]; });
    var start = first > 0 ? pieces[0][0].length : 0;
    var cut = [];
    var used = 0;
    pieces.forEach(function (piece, place) {
      var text = piece[0];
      if (place === 0 && start > before) {
        var at = text.indexOf(" ", text.length - before);
        text = "\u2026" + text.slice(at < 0 ? text.length - before : at);
      }
      if (used >= most) return;
      if (used + text.length > most && !piece[1]) {
        var end = text.lastIndexOf(" ", most - used);
        text = text.slice(0, Math.max(end, 0)) + " \u2026";
        used = most;
      }
      used += text.length;
      cut.push([text, piece[1]]);
    });
    return cut;
  }

  search.shownAtOnce = 10;
})();
