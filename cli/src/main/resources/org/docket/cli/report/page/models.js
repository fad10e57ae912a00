"use strict";
// Several models side by side.
{
  const { el, data } = Docket;

  Docket.modelNames = () => {
    const seen = new Map();
    return (data.models ?? []).map((model) => {
      const name = Docket.text(model.name) || "(no name)";
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return seen.get(name) === 1 ? name : `${name} (${seen.get(name)})`;
    });
  };

  const megabytes = (bytes) => (Docket.isNumber(bytes) ? `${Docket.number(Math.round(bytes / 1e5) / 10)} MB` : "\u2013");

  const SCORES = [["Accuracy", "accuracy"], ["Macro-F1", "macroF1"]];

  const rows = (names) =>
    data.models.flatMap((model, i) =>
      SCORES.filter(([, key]) => Docket.isNumber(Docket.valueOf(model[key]))).map(([series, key]) => ({
        name: names[i], series, value: Docket.valueOf(model[key]),
        low: model[key].low ?? null, high: model[key].high ?? null,
        tip: `${names[i]}: ${series.toLowerCase()} ${Docket.interval(model[key])}`,
      })),
    );

  /** The best of a column in bold: the larger, or the smaller. */
  const best = (key, sign) => {
    const values = data.models.map((model) => Docket.valueOf(model[key])).filter(Docket.isNumber);
    return Math.max(...values.map((value) => sign * value)) * sign;
  };

  const column = (head, key, show, sign) => {
    const top = best(key, sign);
    return {
      head, number: true, value: (i) => Docket.valueOf(data.models[i][key]) ?? -1,
      show: (i) => {
        const text = show(data.models[i][key]);
        return sign !== 0 && data.models.length > 1 && Docket.valueOf(data.models[i][key]) === top ? el("b", {}, text) : text;
      },
    };
  };

  const table = (names) =>
    Docket.table({
      caption: "The models; the best of each column is bold",
      rows: data.models.map((model, i) => i),
      columns: [
        { head: "Model", value: (i) => names[i], show: (i) => Docket.name(names[i]) },
        column("Accuracy", "accuracy", Docket.interval, 1),
        column("Macro-F1", "macroF1", Docket.interval, 1),
        column("Calibration error", "ece", Docket.decimal, -1),
        column("Documents a second", "documentsPerSecond", Docket.count, 1),
        column("Size", "bytes", megabytes, -1),
        column("Cut for length", "truncated", Docket.count, 0),
      ],
    });

  Docket.section("models", "Models", () => Docket.hasRows("models"),
    "The models on the same documents, with 95\u202f% intervals: where intervals overlap widely, more documents are needed to tell them apart; the pairs below test it.",
    () => {
      const names = Docket.modelNames();
      const chart = Docket.chart({
        name: "models", title: "Accuracy and macro-F1",
        label: `Accuracy and macro-F1 of ${names.length} models, each with its interval.`,
        spec: (view) => Docket.dots(rows(names), SCORES.map(([series]) => series), view, { axis: "Score" }),
      });
      return [table(names), chart];
    });
}
