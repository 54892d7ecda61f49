// Shows how far an export is without loading the page again and again.
(() => {
  const shown = document.getElementById("export-progress");
  if (!shown?.dataset.address) return;
  if (location.search !== "?wait") {
    // The same page, which does not load itself again.
    location.replace("?wait");
    return;
  }
  const ask = async () => {
    try {
      const answer = await fetch(shown.dataset.address, { redirect: "error" });
      if (!answer.ok) throw new Error(answer.status);
      const html = await answer.text();
      // Finished, cancelled or broken off: the whole page is another.
      if (!html.includes("<progress")) {
        location.replace(location.pathname);
        return;
      }
      if (shown.innerHTML !== html) shown.innerHTML = html;
    } catch {
      // The next time may be better.
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 1000);
})();
