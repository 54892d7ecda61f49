// Wagtail's editing screen takes for saved what it has not sent: text written while the
// screen starts (its form is connected twice), while an autosave is under way, and after
// publishing was refused. So what stands in the form is compared with what was sent.

const EVERY = 1_500;
const NOT_TEXT = ["csrfmiddlewaretoken", "loaded_revision_id", "loaded_revision_created_at", "next"];

// Wagtail hands rich text on a quarter of a second after the last key. Whatever sends or
// compares the form (a button, autosave, the preview, `form.submit()`) reads it first.
const handedOn = new WeakMap();

document.addEventListener("formdata", ({ target, formData }) => {
  for (const field of target.elements) {
    const state = field.draftailEditor?.getEditorState();
    const content = state?.getCurrentContent();
    if (!state || handedOn.get(field) === content) continue;
    handedOn.set(field, content);
    field.value = asWagtailWrites(state);
    if (formData.has(field.name)) formData.set(field.name, field.value);
  }
});

// Wagtail marks comments in the text with styles; they are stored apart from it.
const OF_COMMENTS = /^(COMMENT-|STYLE_RERENDER_)/;

function asWagtailWrites(state) {
  const raw = window.Draftail.serialiseEditorStateToRaw(state);
  for (const block of raw?.blocks ?? []) {
    block.inlineStyleRanges = block.inlineStyleRanges.filter(
      ({ style }) => !OF_COMMENTS.test(style),
    );
  }
  return JSON.stringify(raw);
}

const form = document.querySelector("form[data-edit-form]");
let sent = null;
let lastSeen = "";
let isComparing = false;
let refused = null;

function written() {
  const fields = new URLSearchParams(new FormData(form));
  for (const name of [...fields.keys()]) {
    if (NOT_TEXT.includes(name) || name.startsWith("comments-")) fields.delete(name);
  }
  return fields;
}

function askWagtailToSave() {
  if (form.dataset.wUnsavedHasEditsValue === "true") {
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true }));
    return;
  }
  // Wagtail then also asks before the page is left, until it has saved.
  form.dataset.wUnsavedForceValue = "true";
  form.dataset.wUnsavedHasEditsValue = "true";
}

function compare() {
  const now = written().toString();
  // Nobody is typing just now.
  if (now === lastSeen && now !== sent.toString()) {
    askWagtailToSave();
    sent = written();
  }
  lastSeen = now;
}

// Before anybody touches it, the form changes only by scripts that start.
function begin(event) {
  if (isComparing || !event.isTrusted) return;
  isComparing = true;
  sent ??= written();
  setInterval(compare, EVERY);
}

// Wagtail looks every half second only, and would let what came after that go unasked.
function beforeLeaving() {
  if (isComparing && written().toString() !== sent.toString()) {
    form.dataset.wUnsavedHasEditsValue = "true";
  }
}

if (form?.matches("[data-controller~='w-autosave']")) {
  for (const touch of ["pointerdown", "keydown", "beforeinput", "drop"]) {
    document.addEventListener(touch, begin, { capture: true });
  }
  window.addEventListener("beforeunload", beforeLeaving, { capture: true });
  document.addEventListener("w-autosave:save", () => {
    sent = written();
    refused ??= sent.toString();
  });
  document.addEventListener("w-autosave:success", ({ detail }) => {
    // Wagtail would leave beside “Saved” what it said when it refused to save.
    if (sent.toString() !== refused) {
      for (const message of document.querySelectorAll(".messages .error")) message.remove();
    }
    // The keys of new rows, which the server gave.
    for (const [name, value] of Object.entries(detail.response?.field_updates ?? {})) {
      if (sent.has(name)) sent.set(name, value);
    }
  });
}
