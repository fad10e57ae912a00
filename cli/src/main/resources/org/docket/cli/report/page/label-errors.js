"use strict";
// Labels that are likely wrong.
{
  const { el, data } = Docket;

  const pairs = (rows) =>
    Docket.table({
      caption: "Likely label errors by the label that was given and the one that is likely",
      rows, size: 10,
      columns: [
        { head: "Given", value: (row) => Docket.text(row.given), show: (row) => Docket.name(row.given) },
        { head: "Likely", value: (row) => Docket.text(row.likely), show: (row) => Docket.name(row.likely) },
        { head: "Documents", number: true, value: (row) => row.documents, show: (row) => Docket.count(row.documents) },
      ],
    });

  const card = (entry) =>
    el(
      "li",
      { class: "document" },
      el("p", { class: "answer" }, "Given ", Docket.name(entry.given), el("span", { class: "probability" }, ` ${Docket.percent(entry.givenProbability)}`),
        " \u2192 likely ", Docket.name(entry.likely), el("span", { class: "probability" }, ` ${Docket.percent(entry.likelyProbability)}`)),
      el("p", { class: "place" }, Docket.name(entry.where)),
      el("p", { class: "text", dir: "auto" }, Docket.text(entry.text)),
    );

  const said = (errors) => {
    const parts = [];
    if (Docket.isNumber(errors.estimated)) {
      parts.push(`About ${Docket.count(Math.round(errors.estimated))} of ${Docket.documentsOf(errors.documents)} (${Docket.percent(errors.estimatedShare)}) are labelled wrong, by estimate. `);
    }
    parts.push(`${Docket.count(errors.listed)} are listed`, errors.file ? ` in ${errors.file}.` : ".");
    return el("p", { class: "said" }, ...parts);
  };

  Docket.section("label-errors", "Likely label errors", () => Docket.has("labelErrors"),
    "Documents whose label the model contradicts strongly enough to doubt the label, by confident learning. Look at them before training again.",
    () => {
      const errors = data.labelErrors;
      const first = errors.first ?? [];
      const list = el("ol", { class: "documents" });
      return [
        said(errors),
        errors.pairs?.length > 0 ? pairs(errors.pairs) : null,
        first.length > 0 ? el("h3", {}, "The first of them") : null,
        first.length > 0 ? el("div", {}, list, Docket.paged(list, first, 20, card)) : null,
      ];
    });
}
