// Counts what may still be written below a field, while somebody writes. Without this
// script the limit alone stands there.

// Screen readers say the count when the writer pauses, and only near the end.
const PAUSE = 1_000;
const NEAR = 0.1;

function follow(limit) {
  const field = document.querySelector(`[aria-describedby~="${limit.id}"]`);
  const most = Number(limit.dataset.limit);
  const shown = document.createElement("p");
  shown.setAttribute("aria-hidden", "true");
  const spoken = document.createElement("p");
  spoken.setAttribute("role", "status");
  spoken.className = "visually-hidden";
  limit.after(shown, spoken);
  let waiting;

  function update() {
    // As the server counts: characters, without blanks at either end.
    const left = most - [...field.value.trim()].length;
    const number = Math.abs(left).toLocaleString(document.documentElement.lang);
    shown.textContent = `${left < 0 ? limit.dataset.over : limit.dataset.left} ${number}`;
    shown.className = left < 0 ? "field-error" : "hint";
    shown.hidden = left === most;
    limit.classList.toggle("visually-hidden", !shown.hidden);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      spoken.textContent = left < most * NEAR ? shown.textContent : "";
    }, PAUSE);
  }

  field.addEventListener("input", update);
  // Going back brings the text with it.
  addEventListener("pageshow", update);
}

document.querySelectorAll("[data-limit]").forEach(follow);
