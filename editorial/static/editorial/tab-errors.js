// Counts the errors on each tab once more, when the blocks of streams have been drawn:
// Wagtail counts before, and so leaves out what is wrong inside a block.
const COUNT = "clinicsite:count-errors";

function recount() {
  for (const badge of document.querySelectorAll(".w-tabs__errors")) {
    badge.dataset.action = `${COUNT}@document->w-count#count`;
  }
  // Stimulus notices the new attribute by itself, a moment later.
  setTimeout(() => document.dispatchEvent(new CustomEvent(COUNT)), 0);
}

if (document.readyState === "complete") recount();
else window.addEventListener("load", recount);
