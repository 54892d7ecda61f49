// Before an editing screen sends its form it asks whether it would be taken. Without
// that, a login that has run out answers with the login screen, a dropped connection
// with the browser's own error page, and the editor's text is gone.

const PATIENCE = 20_000;

const guard = document.querySelector("[data-session-guard]");
const form = document.querySelector("form[data-edit-form]");
const dialogs = {
  "signed-out": guard.querySelector("[data-signed-out]"),
  unreachable: guard.querySelector("[data-unreachable]"),
};
let isChecked = false;
let isRetry = false;

// "ready", "signed-out" or "unreachable". The form gets the token that counts now.
async function ask() {
  try {
    const response = await fetch(guard.dataset.sessionGuard, {
      headers: { "X-Requested-With": "XMLHttpRequest" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 403) return "signed-out";
    if (!response.ok) return "unreachable";
    const { csrf_token: token } = await response.json();
    form.elements.csrfmiddlewaretoken.value = token;
    window.wagtailConfig.CSRF_TOKEN = token;
    return "ready";
  } catch {
    return "unreachable";
  }
}

function tell(state) {
  for (const [name, dialog] of Object.entries(dialogs)) {
    if (name !== state) dialog.close();
    else if (!dialog.open) dialog.showModal();
  }
}

function setBusy(button, isBusy) {
  if (button?.matches("[data-controller~='w-progress']")) {
    button.setAttribute("data-w-progress-loading-value", isBusy);
  }
  button?.toggleAttribute("disabled", isBusy);
}

async function checkThenSubmit(event) {
  if (event.target !== form || isChecked) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const button = event.submitter;
  const state = await ask();
  setBusy(button, false);
  tell(state);
  if (state !== "ready") return;
  isChecked = true;
  form.requestSubmit(button);
  setBusy(button, true);
  isChecked = false;
}

// Wagtail tries again only when something is written.
function autosave() {
  if (form.dataset.wUnsavedHasEditsValue !== "true") return;
  form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true }));
}

async function afterFailedAutosave(event) {
  // What Wagtail explains itself: a field that is wrong, a newer version.
  if (!["network_error", "server_error"].includes(event.detail.type)) return;
  const state = await ask();
  if (state === "signed-out") tell(state);
  // Somebody signed in again in another tab: the token was the only trouble.
  if (state === "ready" && !isRetry) {
    isRetry = true;
    autosave();
  }
}

async function afterComingBack() {
  const isWaiting = Object.values(dialogs).some((dialog) => dialog.open);
  if (document.hidden || !isWaiting) return;
  const state = await ask();
  if (state !== "ready") return;
  tell(state);
  autosave();
}

if (form) {
  document.addEventListener("submit", checkThenSubmit, { capture: true });
  document.addEventListener("w-autosave:error", afterFailedAutosave);
  document.addEventListener("w-autosave:success", () => {
    isRetry = false;
  });
  document.addEventListener("visibilitychange", afterComingBack);
  window.addEventListener("focus", afterComingBack);
  window.addEventListener("online", afterComingBack);
  for (const dialog of Object.values(dialogs)) {
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  }
}
