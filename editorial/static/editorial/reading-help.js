/* Reading help in the checks panel of Wagtail's page editor.

   Wagtail says "w-preview:content" each time it has checked a new preview, which it
   loads only while the preview or the checks are open. What it shows is sent to the
   server, and the advice that comes back is put into the panel. */

const panel = document.querySelector("[data-reading-help]");
const badge = document.querySelector(
  '[data-side-panel-toggle="checks"] [data-side-panel-toggle-counter]',
);
const issues = document.querySelector('[data-side-panel="checks"] [data-content-checker-count]');
let shown = { key: "", total: 0 };
let running = null;

/** Wagtail's own issues and our advice, in one number. Wagtail writes its own anew. */
function count() {
  if (!badge || !issues) return;
  const total = Number(issues.textContent) + shown.total;
  badge.textContent = String(total);
  badge.hidden = total === 0;
}

async function ask(body, signal) {
  const config = JSON.parse(document.getElementById("wagtail-config").textContent);
  const response = await fetch(panel.dataset.readingHelp, {
    method: "POST",
    body,
    signal,
    headers: {
      [config.CSRF_HEADER_NAME]: config.CSRF_TOKEN,
      "X-Requested-With": "XMLHttpRequest",
    },
  });
  if (!response.ok || response.redirected) throw new Error("no advice");
  return response.text();
}

async function advise({ detail: { content } }) {
  const key = `${content.lang} ${content.innerHTML}`;
  if (key === shown.key) {
    count();
    return;
  }
  running?.abort();
  const request = new AbortController();
  running = request;
  try {
    const body = new URLSearchParams({ lang: content.lang, html: content.innerHTML });
    const advice = await ask(body, request.signal);
    if (request.signal.aborted) return;
    panel.innerHTML = advice;
    const total = panel.querySelector("[data-reading-advice]")?.dataset.readingAdvice;
    shown = { key, total: Number(total ?? 0) };
  } catch {
    if (request.signal.aborted) return;
    panel.textContent = panel.dataset.failure;
    shown = { key: "", total: 0 };
  }
  count();
}

if (panel) document.addEventListener("w-preview:content", advise);
