// What editors paste from Word or Google Docs, before Wagtail's editor reads it. It knows
// only the headings that the field allows, no tables, and of 10⁹ it would make 109.

const RAISED = { ...digits("⁰¹²³⁴⁵⁶⁷⁸⁹"), "+": "⁺", "-": "⁻", "−": "⁻", "(": "⁽", ")": "⁾", n: "ⁿ" };
const LOWERED = { ...digits("₀₁₂₃₄₅₆₇₈₉"), "+": "₊", "-": "₋", "−": "₋", "(": "₍", ")": "₎" };
const LEVELS = ["one", "two", "three", "four", "five", "six"];
// What one of Wagtail's editors puts on the clipboard, for another.
const OF_WAGTAIL = "[data-editor], [data-draftail-content]";

const words = document.querySelector("template[data-paste]").dataset;

function digits(characters) {
  return Object.fromEntries([...characters].map((each, digit) => [digit, each]));
}

// Each returns whether it changed something.
function fitHeadings(content, editor) {
  const allowed = editor.props.blockTypes
    .map(({ type }) => LEVELS.indexOf(type.replace("header-", "")) + 1)
    .filter(Boolean);
  let isChanged = false;
  for (const heading of content.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.localName[1]);
    if (!allowed.length || allowed.includes(level)) continue;
    const [nearest] = allowed.toSorted((a, b) => Math.abs(a - level) - Math.abs(b - level));
    const fitting = content.createElement(`h${nearest}`);
    fitting.append(...heading.childNodes);
    heading.replaceWith(fitting);
    isChanged = true;
  }
  return isChanged;
}

// As characters of their own, where there are such: ordinals (1st) lose nothing without.
function keepRaisedAndLowered(content) {
  let isChanged = false;
  for (const [selector, characters] of [
    ["sup, [style*='vertical-align:super'], [style*='vertical-align: super']", RAISED],
    ["sub, [style*='vertical-align:sub'], [style*='vertical-align: sub']", LOWERED],
  ]) {
    for (const element of content.querySelectorAll(selector)) {
      const text = [...element.textContent.trim()];
      if (!text.length || !text.every((each) => each in characters)) continue;
      element.replaceWith(text.map((each) => characters[each]).join(""));
      isChanged = true;
    }
  }
  return isChanged;
}

function leaveOut(content, selector, isMeant = () => true) {
  const found = [...content.querySelectorAll(selector)].filter(isMeant);
  for (const element of found) element.remove();
  return found.length > 0;
}

// Some programs lay a whole text out in a table of one cell.
const isOfCells = (table) => table.querySelectorAll("td, th").length > 1;

function tell(wrapper, messages) {
  wrapper.parentElement.querySelector("[data-paste-note]")?.remove();
  if (!messages.length) return;
  const note = document.createElement("div");
  note.className = "help-block help-warning";
  note.dataset.pasteNote = "";
  note.setAttribute("role", "status");
  for (const message of messages) {
    note.append(Object.assign(document.createElement("p"), { textContent: message }));
  }
  wrapper.after(note);
}

function handlePaste(event) {
  const wrapper = event.target.closest?.("[data-draftail-editor-wrapper]");
  const editor = wrapper?.parentElement.querySelector("input[type=hidden]")?.draftailEditor;
  const html = event.clipboardData?.getData("text/html");
  if (!editor || !html || !event.cancelable || event.fitted) return;
  const content = new DOMParser().parseFromString(html, "text/html");
  if (content.querySelector(OF_WAGTAIL)) return;
  const hasTables = leaveOut(content, "table", isOfCells);
  const hasStruck = leaveOut(content, "del, s, strike, [style*='line-through']");
  const isChanged = [fitHeadings(content, editor), keepRaisedAndLowered(content)].some(Boolean);
  tell(wrapper, [hasTables && words.table, hasStruck && words.struck].filter(Boolean));
  if (!isChanged && !hasTables && !hasStruck) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", content.body.innerHTML);
  clipboardData.setData("text/plain", content.body.textContent);
  const fitted = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  fitted.fitted = true;
  event.target.dispatchEvent(fitted);
}

document.addEventListener("paste", handlePaste, { capture: true });
