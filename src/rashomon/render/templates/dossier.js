// Opens a cited passage beside the text. Without it, the same links lead to the same passage
// further down the page.
"use strict";
(() => {
  const panel = document.getElementById("panel");
  let opener = null;

  const make = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    panel.replaceChildren();
    document.body.classList.remove("beside");
    if (opener) {
      opener.classList.remove("open");
      opener.focus({ preventScroll: true });
    }
    opener = null;
  };

  const copy = (page) => {
    const text = page.querySelector(".text").cloneNode(true);
    for (const place of text.querySelectorAll("[id]")) place.removeAttribute("id");
    return text;
  };

  const light = (text, start, end) => {
    const marks = [...text.querySelectorAll("mark")].filter(
      (mark) => +mark.dataset.start >= start && +mark.dataset.end <= end,
    );
    for (const mark of marks) {
      mark.classList.add("lit");
      for (let up = mark.closest("details"); up; up = up.parentElement.closest("details")) {
        up.open = true;
      }
    }
    return marks[0];
  };

  const open = (link) => {
    const page = document.getElementById("page-" + link.dataset.page);
    if (!page || !page.querySelector(".text")) return false;
    if (opener) opener.classList.remove("open");
    opener = link;
    link.classList.add("open");
    const text = copy(page);
    const first = light(text, +link.dataset.start, +link.dataset.end);
    const title = page.querySelector("h3").cloneNode(true);
    title.id = "panel-title";
    const shut = make("button", "shut", "Close");
    shut.type = "button";
    shut.addEventListener("click", close);
    const whole = make("a", "", "In the list of pages");
    whole.href = link.getAttribute("href");
    whole.addEventListener("click", () => {
      opener = null;
      link.classList.remove("open");
      close();
    });
    const bar = make("p", "bar");
    bar.append(whole, shut);
    panel.replaceChildren(bar, title, page.querySelector(".facts").cloneNode(true), text);
    panel.hidden = false;
    document.body.classList.add("beside");
    panel.focus({ preventScroll: true });
    panel.scrollTop = 0;
    if (first) {
      const at = first.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      panel.scrollTop = at - panel.clientHeight / 3;
    }
    return true;
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let up = target.closest("details"); up; up = up.parentElement.closest("details")) {
      up.open = true;
    }
    target.scrollIntoView({ block: "center" });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite[data-start]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (link && plain && open(link)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details.evidence")) part.open = true;
  });
  if (location.hash) reveal();
})();
