// Wagtail's editing screen takes for saved what it has not sent: text written while the
// screen starts (its form is connected twice), while an autosave is under way, and after
// publishing was refused. So what stands in the form is compared with what was sent.

const EVERY = 1_500;
const NOT_TEXT = ["csrfmiddlewaretoken", "loaded_revision_id", "loaded_revision_created_at", "next"];

const form = document.querySelector("form[data-edit-form]");
let sent = null;
let lastSeen = "";
let isComparing = false;

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

if (form?.matches("[data-controller~='w-autosave']")) {
  for (const touch of ["pointerdown", "keydown", "beforeinput", "drop"]) {
    document.addEventListener(touch, begin, { capture: true });
  }
  document.addEventListener("w-autosave:save", () => {
    sent = written();
  });
  document.addEventListener("w-autosave:success", ({ detail }) => {
    // The keys of new rows, which the server gave.
    for (const [name, value] of Object.entries(detail.response?.field_updates ?? {})) {
      if (sent.has(name)) sent.set(name, value);
    }
  });
}
