// The desk's list: moving through it by keys, and ticking all on the page. Without this
// everything works by Tab and Enter.
document.addEventListener("DOMContentLoaded", () => {
  const list = document.querySelector("[data-desk-list]");
  const keys = document.querySelector("[data-desk-keys]");
  const STORED = "desk-single-keys";

  function rows() {
    return list ? [...list.querySelectorAll("[data-desk-row]")] : [];
  }

  function currentRow() {
    return document.activeElement.closest("[data-desk-row]");
  }

  function move(step) {
    const all = rows();
    const place = all.indexOf(currentRow());
    const next = place < 0 ? 0 : Math.min(Math.max(place + step, 0), all.length - 1);
    const link = all[next]?.querySelector("a");
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
  }

  function tick() {
    currentRow()?.querySelector("input[name=chosen]")?.click();
  }

  function typesSomething(element) {
    const boxes = ["checkbox", "radio", "submit", "button"];
    return (
      element.isContentEditable ||
      element.matches("textarea, select") ||
      (element.matches("input") && !boxes.includes(element.type))
    );
  }

  function singleKeysWork() {
    try {
      return localStorage.getItem(STORED) !== "off";
    } catch {
      return true;
    }
  }

  function rememberSingleKeys(work) {
    try {
      localStorage.setItem(STORED, work ? "on" : "off");
    } catch {
      // A browser that keeps nothing forgets it with the page.
    }
  }

  function setUpSelectAll() {
    const all = list?.querySelector("[data-desk-all]");
    if (!all) return;
    const boxes = [...list.querySelectorAll("input[name=chosen]")];
    all.labels[0].hidden = false;
    all.addEventListener("change", () => {
      for (const box of boxes) box.checked = all.checked;
    });
    list.addEventListener("change", () => {
      const ticked = boxes.filter((box) => box.checked).length;
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    });
  }

  function setUpKeys() {
    const dialog = keys.querySelector("dialog");
    const isOn = keys.querySelector("[data-desk-keys-on]");
    const does = {
      j: () => move(1),
      k: () => move(-1),
      x: tick,
      "/": () => document.querySelector("[data-desk-search] input")?.focus(),
      "?": () => dialog.showModal(),
    };
    keys.hidden = false;
    isOn.checked = singleKeysWork();
    isOn.addEventListener("change", () => rememberSingleKeys(isOn.checked));
    keys
      .querySelector("[data-desk-keys-open]")
      .addEventListener("click", () => dialog.showModal());
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
      const target = event.target;
      if (!(target instanceof Element) || typesSomething(target)) return;
      const arrows = { ArrowDown: does.j, ArrowUp: does.k };
      // Elsewhere arrows scroll.
      const act = currentRow() && arrows[event.key];
      const single = singleKeysWork() && isOn.checked && does[event.key];
      if (!act && !single) return;
      event.preventDefault();
      (act || single)();
    });
  }

  setUpSelectAll();
  if (keys) setUpKeys();
});
