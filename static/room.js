// Shows a footnote where the text points at it: while the pointer or the focus is on the mark or on the note.
// Without this script the marks lead to the foot of the page.

const popup = document.createElement("div");
popup.className = "popup";
popup.id = "popup";
popup.setAttribute("role", "tooltip");
popup.hidden = true;
let shownBy = null;
let leaving = 0;

function show(mark) {
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)))?.querySelector(".note-text");
  clearTimeout(leaving);
  if (!note || shownBy === mark) return;
  hide();
  // Without the places of the copied text, which would be there twice.
  popup.replaceChildren(...Array.from(note.children, (child) => child.cloneNode(true)));
  popup.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
  popup.hidden = false;
  place(mark);
  mark.setAttribute("aria-describedby", "popup");
  shownBy = mark;
}

// Below the mark, or above it where there is no room.
function place(mark) {
  const at = mark.getBoundingClientRect();
  const left = Math.min(at.left, document.documentElement.clientWidth - popup.offsetWidth - 12);
  const below = at.bottom + 6 + popup.offsetHeight < window.innerHeight;
  popup.style.left = Math.max(12, left) + window.scrollX + "px";
  popup.style.top = (below ? at.bottom + 6 : at.top - popup.offsetHeight - 6) + window.scrollY + "px";
}

function hide() {
  clearTimeout(leaving);
  popup.hidden = true;
  shownBy?.removeAttribute("aria-describedby");
  shownBy = null;
}

// Long enough to move the pointer from the mark to the note.
function leave() {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 250);
}

document.body.append(popup);
popup.addEventListener("mouseenter", () => clearTimeout(leaving));
popup.addEventListener("mouseleave", leave);
for (const mark of document.querySelectorAll("a.note")) {
  mark.addEventListener("mouseenter", () => show(mark));
  mark.addEventListener("mouseleave", leave);
  mark.addEventListener("focus", () => show(mark));
  mark.addEventListener("blur", leave);
  mark.addEventListener("click", hide);
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
