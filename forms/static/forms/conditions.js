// Shows a question or section only if an earlier one was answered so. What is hidden
// is not sent: patients send what they see. Without this script all stand on the page,
// each with the words "Only if ...".

const form = document.querySelector("form.form");

function answers(name) {
  const control = form.querySelector(`[name="${CSS.escape(name)}"]:enabled`);
  if (!control) return [];
  const given = new FormData(form).getAll(name);
  // No tick in a single box is an answer, too.
  return given.length ? given : [""];
}

function update() {
  // In the page's order, so that what is hidden hides what depends on it.
  for (const part of form.querySelectorAll("[data-shown-if]")) {
    const wanted = JSON.parse(part.dataset.answers);
    part.hidden = !answers(part.dataset.shownIf).some((answer) => wanted.includes(answer));
    for (const control of part.querySelectorAll("input, select, textarea")) {
      control.disabled = control.closest("[data-shown-if][hidden]") !== null;
    }
  }
}

form.classList.add("form--conditions-followed");
form.addEventListener("change", update);
// Going back brings answers with it.
addEventListener("pageshow", update);
update();
