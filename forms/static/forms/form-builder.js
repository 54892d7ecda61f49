// The form builder: shows of each question only the fields that its type has, and lets
// editors choose what it depends on among the questions above.

const facts = JSON.parse(document.getElementById("form-builder-facts").textContent);
const list = document.getElementById("id_form_fields-FORMS");

const field = (question, name) =>
  question.querySelector(`[name$="-${name}"]:not([type=hidden])`) ??
  question.querySelector(`[name$="-${name}"]`);

const isDeleted = (question) => field(question, "DELETE")?.value === "1";

function show(question, name, isShown) {
  field(question, name).closest(".w-panel__wrapper").hidden = !isShown;
}

function giveName(question) {
  const name = field(question, "clean_name");
  if (name.value) return;
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  name.value = `q_${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

// Behind Wagtail's “Question 3”.
function showLabel(question) {
  const heading = question.querySelector("[data-panel-heading-text]");
  const label = heading.querySelector("[data-question-label]") ?? document.createElement("span");
  if (!label.isConnected) {
    label.dataset.questionLabel = "";
    heading.append(label);
  }
  const words = field(question, "label").value.trim();
  const text = words && `– ${words}`;
  if (label.textContent !== text) label.textContent = text;
}

function splitChoices(text) {
  const lines = text.trim().split(/\r?\n/);
  const parts = lines.length > 1 ? lines.map((line) => line.trim().replace(/,$/, "")) : text.split(",");
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))];
}

function knownAnswers(question) {
  const type = field(question, "field_type").value;
  if (facts.ownFields.choices.includes(type)) {
    return splitChoices(field(question, "choices").value).map((choice) => [choice, choice]);
  }
  return facts.answers[type] ?? [];
}

function fitToType(question) {
  const type = field(question, "field_type").value;
  for (const [name, types] of Object.entries(facts.ownFields)) {
    show(question, name, types.includes(type));
  }
  for (const [name, types] of Object.entries(facts.missingFields)) {
    show(question, name, !types.includes(type));
  }
}

function offerQuestions(question, earlier) {
  const select = field(question, "shown_if_question");
  const chosen = select.value;
  const options = earlier.map((each) => [field(each, "clean_name").value, field(each, "label").value]);
  options.unshift(["", facts.always]);
  if (!options.some(([value]) => value === chosen)) options.push([chosen, facts.gone]);
  const asText = JSON.stringify(options);
  // Rebuilding a list that somebody is reading would close it.
  if (select.dataset.options !== asText) {
    select.dataset.options = asText;
    select.replaceChildren(...options.map(([value, label]) => new Option(label, value, false, value === chosen)));
  }
  show(question, "shown_if_question", earlier.length > 0 || chosen);
}

function offerAnswers(question, earlier) {
  const chosen = field(question, "shown_if_question").value;
  const deciding = earlier.find((each) => field(each, "clean_name").value === chosen);
  const text = field(question, "shown_if_answers");
  show(question, "shown_if_answers", Boolean(chosen));
  const wanted = text.value.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const known = deciding ? knownAnswers(deciding) : [];
  // Answers that are no more stay on the list until they are unticked.
  const gone = wanted.filter((answer) => !known.some(([value]) => value === answer));
  const answers = [...known, ...gone.map((answer) => [answer, answer])];
  const asText = JSON.stringify([answers, wanted]);
  if (text.dataset.answers === asText) return;
  text.dataset.answers = asText;
  text.hidden = true;
  text.nextElementSibling?.matches(".form-builder-answers") && text.nextElementSibling.remove();
  const group = document.createElement("div");
  group.className = "form-builder-answers";
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", `${text.id}-label`);
  for (const [value, label] of answers) {
    const box = Object.assign(document.createElement("input"), {
      type: "checkbox",
      value,
      checked: wanted.includes(value),
    });
    const words = document.createElement("label");
    words.append(box, label);
    group.append(words);
  }
  group.addEventListener("change", () => {
    text.value = [...group.querySelectorAll(":checked")].map((box) => box.value).join("\n");
    text.dataset.answers = JSON.stringify([answers, text.value.split("\n").filter(Boolean)]);
    text.dispatchEvent(new Event("change", { bubbles: true }));
  });
  text.after(group);
}

function update() {
  const earlier = [];
  for (const question of list.querySelectorAll("[data-inline-panel-child]")) {
    if (isDeleted(question)) continue;
    giveName(question);
    showLabel(question);
    fitToType(question);
    offerQuestions(question, earlier);
    offerAnswers(question, earlier);
    if (knownAnswers(question).length) earlier.push(question);
  }
}

if (list) {
  list.addEventListener("change", update);
  // Questions are added, moved and deleted.
  new MutationObserver(update).observe(list, { childList: true });
  list.addEventListener("click", () => setTimeout(update));
  update();
}
