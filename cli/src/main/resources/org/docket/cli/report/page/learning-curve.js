"use strict";
// The learning curve: what more documents have bought, and would buy.
{
  const { data } = Docket;
  const MOST = 30;
  const RUN = "a training";
  const LAW = "power law, drawn on";
  const NAMES = [RUN, LAW];

  const curve = () => data.learningCurve;
  const trained = () => curve().points.filter((point) => point.runs.length > 0);
  const spread = ({ mean, deviation }, runs) => (runs > 1 ? `${Docket.decimal(mean)} \u00b1 ${Docket.decimal(deviation)}` : Docket.decimal(mean));

  const runs = () =>
    trained().flatMap((point) =>
      point.runs.map((run) => ({
        documents: point.documents, value: run.accuracy, series: RUN,
        tip: `${Docket.documentsOf(point.documents)}, draw ${run.draw}: accuracy ${Docket.percent(run.accuracy)}`,
      })));

  const band = () =>
    (curve().band ?? []).map((place) => ({
      ...place, series: LAW,
      tip: `${Docket.documentsOf(Math.round(place.documents))}: ${Docket.interval(place)}`,
    }));

  const spec = (view) => {
    const series = Docket.series(NAMES, view.colours);
    const legend = { columns: view.narrow ? 1 : 2 };
    const tip = { field: "tip", type: "nominal" };
    const all = Math.max(...trained().map((point) => point.documents));
    const x = { field: "documents", type: "quantitative", title: "Documents to learn from", scale: { type: "log", nice: false }, axis: { format: "~s", tickCount: 6, grid: false } };
    const y = { type: "quantitative", title: "Accuracy", scale: { zero: false, nice: true }, axis: { format: ".0%", tickCount: 6 } };
    const now = [{ documents: all, label: "now" }];
    return {
      height: view.full ? 420 : 300,
      layer: [
        { data: { values: band() }, mark: { type: "area", opacity: 0.16, color: view.colours.c2, aria: false }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
        { data: { values: band() }, mark: { type: "line" }, encoding: { x, y: { ...y, field: "value" }, color: { ...series.color, legend }, tooltip: tip } },
        { data: { values: now }, mark: { type: "rule", strokeDash: [3, 3], color: view.colours.ink, opacity: 0.7 }, encoding: { x } },
        { data: { values: now }, mark: { type: "text", align: "left", baseline: "top", dx: 4, y: 0, color: view.colours.ink, fontSize: 11 }, encoding: { x, text: { field: "label", type: "nominal" } } },
        { data: { values: runs() }, mark: { type: "point", filled: true, size: 70, opacity: 0.9 }, encoding: { x, y: { ...y, field: "value" }, color: { ...series.color, legend }, tooltip: tip, description: tip } },
      ],
    };
  };

  const table = () =>
    Docket.table({
      caption: "All sizes",
      rows: curve().points,
      columns: [
        { head: "Share", number: true, value: (point) => point.share, show: (point) => Docket.percent(point.share) },
        { head: "Documents", number: true, value: (point) => point.documents, show: (point) => Docket.count(point.documents) },
        { head: "Trainings", number: true, value: (point) => point.runs.length },
        ...[["logLoss", "Log loss"], ["accuracy", "Accuracy"], ["macroF1", "Macro-F1"]].map(([key, head]) => ({
          head, number: true, value: (point) => point[key]?.mean ?? -1,
          show: (point) => (point[key] ? spread(point[key], point.runs.length) : Docket.text(point.failure)),
        })),
      ],
    });

  const forecastTable = () =>
    Docket.table({
      caption: "What the law expects",
      sortable: false,
      rows: curve().forecast,
      columns: [
        { head: "Documents", number: true, value: (row) => row.documents, show: (row) => Docket.count(row.documents) },
        { head: "Accuracy, with its 95\u202f% interval", number: true, value: (row) => row.accuracy.value, show: (row) => Docket.interval(row.accuracy) },
      ],
    });

  Docket.section("learning-curve", "Learning curve", () => Docket.has("learningCurve") && trained().length > 0,
    "The accuracy of models that learned from parts of the documents, all measured on the same validation part. The band is what the law may be: documents and trainings were drawn anew a thousand times.",
    () => [
      Docket.chart({
        name: "learning-curve", title: "Accuracy by documents",
        label: `From ${Docket.documentsOf(trained()[0].documents)} to ${Docket.count(trained()[trained().length - 1].documents)} the accuracy went from ${Docket.percent(trained()[0].accuracy.mean)} to ${Docket.percent(trained()[trained().length - 1].accuracy.mean)}.`,
        spec,
      }),
      curve().forecast ? forecastTable() : null,
      table(),
    ]);

  const percentGain = (gain) => `${Docket.signed(gain.value)} (${Docket.signed(gain.low)} to ${Docket.signed(gain.high)})`;

  const gains = (categories) =>
    categories.map(({ category, gain }) => ({
      name: Docket.categoryText(category), series: "gain", ...gain, tip: `${Docket.categoryText(category)}: ${percentGain(gain)}`,
    }));

  const categoryTable = () =>
    Docket.table({
      caption: "F1 by category and size",
      rows: curve().categories,
      columns: [
        { head: "Category", value: (row) => Docket.categoryText(row.category), show: (row) => Docket.category(row.category) },
        ...trained().map((point, i) => ({
          head: Docket.count(point.documents), number: true, value: (row) => row.f1[i], show: (row) => Docket.decimal(row.f1[i]),
        })),
        { head: "Gain of the last step", number: true, value: (row) => row.gain.value, show: (row) => percentGain(row.gain) },
      ],
    });

  Docket.section("gains", "Who profits", () => Docket.has("learningCurve") && (curve().categories ?? []).length > 0,
    "What the last step did for the F1 of each category, with 95\u202f% intervals: where the line lies right of zero, more labels of the category are worth their price.",
    () => {
      const shown = curve().categories.slice(0, MOST);
      return [
        Docket.chart({
          name: "gains", title: "Gain in F1 of the last step",
          label: `Gains of ${shown.length} categories; most has ${Docket.categoryText(shown[0].category)}: ${percentGain(shown[0].gain)}.`,
          spec: (view) => Docket.dots(gains(shown), ["gain"], view, { axis: "Gain in F1" }),
        }),
        categoryTable(),
      ];
    });
}
