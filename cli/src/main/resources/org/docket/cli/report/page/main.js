"use strict";
// Puts the page together: sections that have data, the list of contents, printing.
{
  const { el, data } = Docket;
  const KINDS = { training: "Training report", evaluation: "Evaluation report", comparison: "Comparison of models", folds: "Cross-validation", tuning: "Search for a preset", "learning-curve": "Learning curve" };
  const main = document.getElementById("report");

  const render = (section) => {
    try {
      return section.render();
    } catch (error) {
      console.error(error);
      return [el("p", { class: "notice" }, `This section could not be shown: ${error.message}. The files beside the page have its figures.`)];
    }
  };

  const show = (section) => {
    const heading = el("h2", { id: `${section.id}-title` }, section.title);
    const element = el("section", { id: section.id, "aria-labelledby": heading.id }, heading, el("p", { class: "lead" }, section.lead));
    main.append(element);
    element.append(...render(section).filter((part) => part !== null && part !== undefined));
    return element;
  };

  const contents = (sections) => {
    const nav = document.getElementById("contents");
    const button = document.getElementById("contents-button");
    const list = document.getElementById("contents-list");
    const expand = (open) => {
      nav.classList.toggle("open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    button.addEventListener("click", () => expand(!nav.classList.contains("open")));
    nav.addEventListener("keydown", (event) => event.key === "Escape" && (expand(false), button.focus()));
    const links = new Map(sections.map(({ id, title }) => [id, el("a", { href: `#${id}` }, title)]));
    list.append(...[...links.values()].map((link) => el("li", {}, link)));
    list.addEventListener("click", () => expand(false));
    nav.hidden = false;
    follow(links);
  };

  /** Tells in the contents which section is read. */
  const follow = (links) => {
    const visible = new Set();
    const observer = new IntersectionObserver((entries) => {
      entries.forEach((entry) => (entry.isIntersecting ? visible.add(entry.target.id) : visible.delete(entry.target.id)));
      const current = [...links.keys()].find((id) => visible.has(id));
      links.forEach((link, id) => (id === current ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    }, { rootMargin: "-15% 0px -70% 0px" });
    links.forEach((link, id) => observer.observe(document.getElementById(id)));
  };

  const opened = [];
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("main details:not([open])")) {
      details.dispatchEvent(new Event("docket-print"));
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((details) => (details.open = false)));

  if (Object.hasOwn(KINDS, data.kind)) {
    document.getElementById("kind").textContent = KINDS[data.kind];
  }
  /** One that cannot tell is shown, and says so: it must not take the others with it. */
  const hasData = (section) => {
    try {
      return section.when();
    } catch (error) {
      console.error(error);
      return true;
    }
  };
  const sections = Docket.sections.filter(hasData);
  sections.forEach(show);
  contents(sections);
  Docket.chartsDrawn().then(() => (document.documentElement.dataset.state = "drawn"));
}
