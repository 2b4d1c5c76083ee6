// Fills the page of /-/search: a few hits of every table, each with a link to its row.

const HITS = 5;
const BEFORE = 80;
const AFTER = 240;
// Columns that are long and show nothing that another does not.
const LEFT_OUT = { texts: ["source", "sha256", "encoding", "reader"] };

const query = document.getElementById("search-all-q").value;

// Datasette's way of putting a key into an address.
function tilde(key) {
  const bytes = new TextEncoder().encode(key);
  return Array.from(bytes, (byte) => {
    const letter = String.fromCharCode(byte);
    if (/[A-Za-z0-9_-]/.test(letter)) return letter;
    return letter === " " ? "+" : "~" + byte.toString(16).toUpperCase().padStart(2, "0");
  }).join("");
}

// Without accents and capitals, and as long as the text itself.
function fold(text) {
  return Array.from(text, (letter) => {
    const bare = letter.normalize("NFD")[0].toLowerCase();
    return bare.length === letter.length ? bare : letter;
  }).join("");
}

// Where the words stand in a text, as pairs of first and last.
function places(text) {
  const words = fold(query).match(/[\p{L}\p{N}]+/gu) || ["(?!)"];
  const pattern = new RegExp("(?<![\\p{L}\\p{N}])(?:" + words.join("|") + ")(?![\\p{L}\\p{N}])", "gu");
  return Array.from(fold(text).matchAll(pattern), (match) => [match.index, match.index + match[0].length]);
}

// The text around the first of the words, with every word marked.
function excerpt(text) {
  const found = places(text);
  const near = (found.length ? found[0][0] : 0) - BEFORE;
  // Whole words at both ends.
  const from = near > 0 ? text.indexOf(" ", near) + 1 : 0;
  const far = from + BEFORE + AFTER;
  const to = far < text.length ? Math.max(text.lastIndexOf(" ", far), far - BEFORE) : text.length;
  const paragraph = document.createElement("p");
  let at = from;
  paragraph.append(from > 0 ? "… " : "");
  for (const [start, stop] of found.filter(([, stop]) => stop <= to)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, stop);
    paragraph.append(text.slice(at, start), mark);
    at = stop;
  }
  paragraph.append(text.slice(at, to), to < text.length ? " …" : "");
  return paragraph;
}

// A row: its key as a link, the paper it stands in, and the column where the words are.
function hit(row, data, url) {
  const key = data.primary_keys.map((column) => String(row[column].value ?? row[column]));
  const texts = Object.values(row).filter((value) => typeof value === "string");
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url + "/" + key.map(tilde).join(",");
  link.textContent = key.join(", ");
  item.append(link, " ", row.document?.label ?? "", excerpt(texts.findLast((text) => places(text).length) ?? ""));
  return item;
}

// Datasette's own words for this are a page of HTML.
function reason(data) {
  return data.title === "SQL Interrupted" ? "it took too long. Rarer words may help." : data.error;
}

async function fill(section) {
  const { url, json, table } = section.dataset;
  const parameters = new URLSearchParams({ _search: query, _size: HITS, _shape: "objects", _labels: "on", _nofacet: 1 });
  for (const column of LEFT_OUT[table] || []) parameters.append("_nocol", column);
  const note = section.querySelector(".count");
  try {
    const response = await fetch(json + "?" + parameters);
    const data = await response.json();
    if (!response.ok) throw new Error(reason(data));
    const count = data.filtered_table_rows_count;
    note.textContent = count === 1 ? "1 row" : count.toLocaleString("en") + " rows";
    section.querySelector(".hits").append(...data.rows.map((row) => hit(row, data, url)));
  } catch (error) {
    note.textContent = "could not be searched: " + error.message;
    section.classList.add("failed");
  }
}

document.querySelectorAll(".search-table").forEach(fill);
