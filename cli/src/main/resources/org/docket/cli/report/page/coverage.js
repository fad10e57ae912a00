"use strict";
// What a threshold gives: fewer documents answered, more of them right.
{
  const { el, data } = Docket;
  const CHOSEN = "chosen";

  const sentence = (point) =>
    point.kept === 0
      ? `At ${Docket.decimal(point.threshold)} no document is kept.`
      : `At ${Docket.decimal(point.threshold)}: ${Docket.documentsOf(point.kept)} kept, coverage ${Docket.percent(point.coverage)}, precision ${Docket.percent(point.precision)}.`;

  const row = (name, point) => ({
    series: name, coverage: point.coverage, precision: point.precision, tip: (name ? `${name}. ` : "") + sentence(point),
  });
  const rowsOf = ({ name, curve }) => curve.filter((point) => Docket.isNumber(point.precision)).map((point) => row(name, point));

  /** curves: [{name, curve}]; chosen(): the points of the threshold. */
  const spec = (curves, chosen) => (view) => {
    const names = curves.map(({ name }) => name);
    const series = Docket.series(names, view.colours);
    const legend = Docket.legendOf(names, view);
    const nominal = { field: "series", type: "nominal", sort: null };
    const x = { field: "coverage", type: "quantitative", title: view.narrow ? "Coverage" : "Coverage: share of the documents that are answered", scale: { domain: [0, 1] }, axis: { format: ".0%", tickCount: 5 } };
    const y = { field: "precision", type: "quantitative", title: "Precision of the answers", scale: { zero: false, nice: true }, axis: { format: ".0%", tickCount: 5 } };
    const color = { ...series.color, legend };
    const tip = { field: "tip", type: "nominal" };
    return {
      height: view.narrow ? 240 : 300,
      layer: [
        { data: { values: curves.flatMap(rowsOf) }, mark: { type: "line", interpolate: "linear" }, encoding: { x, y, color, strokeDash: { ...nominal, scale: { domain: names, range: series.pick(series.dashes) }, legend } } },
        { data: { values: curves.flatMap(rowsOf) }, mark: { type: "point", opacity: 0, size: 80, filled: true, aria: false }, encoding: { x, y, tooltip: tip } },
        { data: { name: CHOSEN, values: chosen() }, layer: [
          { mark: { type: "rule", strokeDash: [3, 3], color: view.colours.ink, opacity: 0.6, aria: false }, encoding: { x } },
          { mark: { type: "point", filled: true, size: 140, opacity: 1, stroke: view.colours.surface, strokeWidth: 2 }, encoding: { x, y, color, tooltip: tip, description: tip,
            shape: { ...nominal, scale: { domain: names, range: series.pick(series.shapes) }, legend } } },
        ] },
      ],
    };
  };

  const table = (caption, curve) =>
    Docket.table({
      caption, rows: curve, sortable: false,
      columns: [
        { head: "Threshold", number: true, value: (point) => point.threshold, show: (point) => Docket.decimal(point.threshold) },
        { head: "Coverage", number: true, value: (point) => point.coverage, show: (point) => Docket.percent(point.coverage) },
        { head: "Precision", number: true, value: (point) => point.precision, show: (point) => Docket.percent(point.precision) },
        { head: "Documents kept", number: true, value: (point) => point.kept, show: (point) => Docket.count(point.kept) },
      ],
    });

  const figures = (names) => {
    const output = (key) => el("output", { for: "threshold threshold-field", "data-figure": key });
    const lines = names.map((name) => ({
      name, threshold: output("threshold"), precision: output("precision"), coverage: output("coverage"), kept: output("kept"),
    }));
    const show = (line, point) => {
      line.threshold.textContent = Docket.decimal(point.threshold);
      line.precision.textContent = point.kept === 0 ? "\u2013" : Docket.percent(point.precision);
      line.coverage.textContent = Docket.percent(point.coverage);
      line.kept.textContent = Docket.count(point.kept);
    };
    const named = (title, value) => el("div", { class: "figure" }, el("dt", {}, title), el("dd", {}, el("b", {}, value)));
    const element = names.length === 1
      ? el("dl", { class: "figures" }, named("Probability of at least", lines[0].threshold), named("Precision", lines[0].precision), named("Coverage", lines[0].coverage), named("Documents kept", lines[0].kept))
      : Docket.table({
          caption: "At this threshold", rows: lines, sortable: false,
          columns: [
            { head: "Model", value: ({ name }) => name, show: ({ name }) => Docket.name(name) },
            { head: "Probability of at least", number: true, show: ({ threshold }) => threshold },
            { head: "Precision", number: true, show: ({ precision }) => precision },
            { head: "Coverage", number: true, show: ({ coverage }) => coverage },
            { head: "Documents kept", number: true, show: ({ kept }) => kept },
          ],
        });
    return { element, show: (points) => lines.forEach((line, i) => show(line, points[i])) };
  };

  const render = (curves) => {
    let points = [];
    let drawn = null;
    const names = curves.map(({ name }) => name);
    const shown = figures(names);
    const rows = () => points.map((point, i) => row(names[i], point)).filter(({ precision }) => Docket.isNumber(precision));
    const change = (threshold) => {
      points = curves.map(({ curve }) => Docket.atThreshold(curve, threshold));
      shown.show(points);
      drawn?.change(CHOSEN, vega.changeset().remove(() => true).insert(rows())).run();
      return points.map((point, i) => (names.length > 1 ? `${names[i]}: ` : "") + sentence(point)).join(" ");
    };
    const { control, start } = Docket.thresholdControl(curves.map(({ curve }) => curve), change);
    start();
    const chart = Docket.chart({
      name: "risk-coverage", title: "Precision by coverage",
      label: "Precision rises as the threshold leaves less sure answers out, and coverage falls.",
      spec: (view) => spec(curves, rows)(view), ready: (view) => (drawn = view),
      table: () => el("div", {}, ...curves.map(({ name, curve }) => table(name ? `Thresholds of ${name}` : "Thresholds", curve))),
    });
    return [control, el("div", { "aria-live": "polite", "aria-atomic": "true" }, shown.element), chart];
  };

  const LEAD = "With a threshold the model answers only what it is sure enough of, and leaves the rest to people. Move the threshold to see what that gives: more precision for less coverage.";

  Docket.section("coverage", "Threshold", () => Docket.hasRows("riskCoverage"), LEAD,
    () => render([{ name: "", curve: data.riskCoverage }]));

  Docket.section("models-coverage", "Threshold", () => Docket.hasRows("models") && data.models.some((model) => model.riskCoverage?.length > 0), LEAD,
    () => {
      const names = Docket.modelNames();
      return render(data.models.map((model, i) => ({ name: names[i], curve: model.riskCoverage ?? [] })).filter(({ curve }) => curve.length > 0));
    });
}
