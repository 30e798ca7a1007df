// Says that something has changed since the page was made. The page works without it.
"use strict";
(() => {
  const news = document.currentScript.dataset.news;
  const note = document.getElementById("changed");
  let source;
  const wait = () => {
    if (source || document.hidden) return;
    source = new EventSource("/live?since=" + encodeURIComponent(news));
    source.addEventListener("changed", () => {
      source.close();
      note.querySelector("a").href = location.pathname + location.search;
      note.hidden = false;
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && source) { source.close(); source = undefined; }
    if (note.hidden) wait();
  });
  addEventListener("pagehide", () => { if (source) source.close(); });
  wait();
})();
