"use strict";
// What came out, at a glance, and in words.
{
  const { el, data } = Docket;

  const MOST_MODELS = 6;

  /** An interval on a line from 0 to 1: drawn small, beside its figures. */
  const gauge = (interval) => {
    const value = Docket.valueOf(interval);
    const line = el("div", { class: "gauge", "aria-hidden": "true" });
    if (Docket.hasRange(interval)) {
      const range = el("span", { class: "range" });
      range.style.setProperty("left", `${interval.low * 100}%`);
      range.style.setProperty("width", `${Math.max(0, interval.high - interval.low) * 100}%`);
      line.append(range);
    }
    const dot = el("span", { class: "dot" });
    dot.style.setProperty("left", `${Math.min(1, Math.max(0, value)) * 100}%`);
    line.append(dot);
    return line;
  };

  const figure = (name, value, note, drawing) =>
    el("div", { class: "figure" }, el("dt", {}, name), el("dd", {}, el("b", {}, value), drawing, el("span", { class: "note" }, note)));

  const share = (name, interval, without, before) =>
    Docket.isNumber(Docket.valueOf(interval))
      ? figure(name, Docket.percent(Docket.valueOf(interval)),
          (before ?? "") + (Docket.hasRange(interval) ? `95\u202f% interval ${Docket.range(interval)}` : without), gauge(interval))
      : null;

  const counted = (summary) => {
    const notes = [
      summary.truncated > 0 ? `${Docket.count(summary.truncated)} cut for their length` : null,
      summary.abstained > 0 ? `${Docket.count(summary.abstained)} left undecided` : null,
    ].filter((note) => note !== null);
    return notes.length === 0 && summary.truncated === 0 ? "all of them read whole" : notes.join(", ");
  };

  const calibration = (ece) =>
    Docket.isNumber(ece)
      ? figure("Calibration error (ECE)", Docket.decimal(ece), `probabilities are off by ${Docket.percent(ece)} on average`)
      : null;

  Docket.section("summary", "Summary", () => Docket.has("summary"),
    "Accuracy is the share of documents that got their label\u2019s category; macro-F1 weighs all categories alike, however small.",
    () => {
      const { summary } = data;
      return [
        el(
          "dl",
          { class: "figures" },
          ...(data.models ?? []).slice(0, MOST_MODELS).map((model) => share(Docket.name(model.name), model.accuracy, "of its answers are right", "accuracy, ")),
          share("Accuracy", summary.accuracy, "right answers"),
          share("Macro-F1", summary.macroF1, "mean of all categories"),
          calibration(summary.ece),
          Docket.isNumber(summary.documents) ? figure("Documents", Docket.count(summary.documents), counted(summary)) : null,
        ),
        summary.leftOut ? el("p", { class: "notice" }, Docket.text(summary.leftOut)) : null,
      ];
    });

  Docket.section("findings", "Findings", () => Docket.hasRows("findings"),
    "What the figures say, the most important first.",
    () => [el("ol", { class: "findings" }, ...data.findings.map((finding) => el("li", {}, el("bdi", {}, Docket.text(finding).replace(/(\d) %/g, "$1\u202f%")))))]);
}
