"use strict";
// Two models on the same documents: McNemar's test, and where they differ.
{
  const { el, data } = Docket;
  const SIGNIFICANT = 0.05;

  const chance = (p) => (!Docket.isNumber(p) ? "\u2013" : p < 0.001 ? "below 0.001" : Docket.decimal(p));

  const verdict = (pair, names) => {
    if (!(pair.p < SIGNIFICANT)) {
      return "Chance alone could make this difference.";
    }
    const better = pair.onlyFirstRight > pair.onlySecondRight ? pair.first : pair.second;
    return el("span", {}, Docket.name(names[better]), " is better, beyond chance.");
  };

  const table = (names, open) =>
    Docket.table({
      caption: "McNemar\u2019s test for each pair of models",
      rows: data.pairs,
      columns: [
        { head: "First", value: (pair) => names[pair.first], show: (pair) => Docket.name(names[pair.first]) },
        { head: "Second", value: (pair) => names[pair.second], show: (pair) => Docket.name(names[pair.second]) },
        { head: "Only the first right", number: true, value: (pair) => pair.onlyFirstRight, show: (pair) => Docket.count(pair.onlyFirstRight) },
        { head: "Only the second right", number: true, value: (pair) => pair.onlySecondRight, show: (pair) => Docket.count(pair.onlySecondRight) },
        { head: "\u03c7\u00b2", number: true, value: (pair) => pair.chiSquared, show: (pair) => Docket.number(Math.round(pair.chiSquared * 100) / 100) },
        { head: "p", number: true, value: (pair) => pair.p, show: (pair) => chance(pair.p) },
        { head: "In words", value: (pair) => pair.p, show: (pair) => verdict(pair, names) },
        { head: "Texts", action: true, show: (pair) => {
          const button = el("button", { type: "button", class: "small", "aria-label": `Open the documents on which ${names[pair.first]} and ${names[pair.second]} differ` }, "Open");
          button.addEventListener("click", () => open(pair));
          return button;
        } },
      ],
    });

  Docket.section("pairs", "Pairs of models", () => Docket.hasRows("pairs"),
    "Only documents on which exactly one of two models is right tell them apart. p says how often a difference this large would come by chance if both were equally good: below 0.05 it is hardly chance.",
    () => {
      const names = Docket.modelNames();
      const panel = el("div", { class: "panel", tabindex: -1, role: "region", "aria-live": "polite", "aria-label": "Documents on which two models differ", hidden: "" });
      const open = (pair) => {
        const documents = pair.documents ?? [];
        panel.replaceChildren(
          el("h3", {}, "Where ", Docket.name(names[pair.first]), " and ", Docket.name(names[pair.second]), " differ"),
          documents.length === 0 ? "The page carries no document on which they differ." : Docket.documents(documents));
        panel.hidden = false;
        panel.focus();
      };
      return [table(names, open), panel];
    });
}
