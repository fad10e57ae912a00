"use strict";
// The words that speak for each category.
{
  const { el, data } = Docket;

  const bar = (entry, most) => {
    const length = el("span", { class: "length", "aria-hidden": "true" });
    length.style.setProperty("width", `${Math.round((100 * Math.abs(entry.weight)) / (most || 1))}%`);
    const documents = Docket.isNumber(entry.documents) ? `, in ${Docket.documentsOf(entry.documents)}` : "";
    return el("li", { title: `${Docket.signed(entry.weight)}${documents}` },
      Docket.name(entry.word), el("span", { class: "bar" }, length), el("span", { class: "weight" }, Docket.signed(entry.weight)),
      el("span", { class: "hidden" }, documents));
  };

  const card = (entry) => {
    const most = Math.max(0, ...entry.words.map((word) => Math.abs(word.weight)));
    return el("section", { class: "words" }, el("h3", {}, Docket.category(entry.category)),
      entry.words.length === 0 ? el("p", {}, "None stands out.") : el("ol", {}, ...entry.words.map((word) => bar(word, most))));
  };

  Docket.section("words", "Most telling words", () => Docket.hasRows("tellingWords"),
    "Words of the documents that speak most for each category: by how much its probability falls, on average, when the word is left out. Names or numbers here are a warning: the model may have learned who wrote rather than what about.",
    () => {
      const cards = el("div", { class: "cards" });
      return [cards, Docket.paged(cards, data.tellingWords, 12, card)];
    });
}
