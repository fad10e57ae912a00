"use strict";
// The training, epoch by epoch.
{
  const { el, data } = Docket;

  const SERIES = [
    ["train", "network alone, training texts"],
    ["network", "network alone, validation texts"],
    ["validation", "whole model, validation texts (chooses the epoch)"],
  ];
  const NAMES = SERIES.map(([, name]) => name);
  const MEASURES = [["Loss", "Loss"], ["Accuracy", "Accuracy"], ["MacroF1", "Macro-F1"]];

  const shown = (measure, value) => (measure === "Loss" ? Docket.decimal(value) : Docket.percent(value));

  const points = (measure) =>
    data.epochs.rows.flatMap((row) =>
      SERIES.filter(([key]) => Docket.isNumber(row[key + measure])).map(([key, series]) => ({
        epoch: row.epoch, series, value: row[key + measure],
        tip: `Epoch ${row.epoch}, ${series}: ${shown(measure, row[key + measure])}`,
      })),
    );

  const gaps = (measure) =>
    data.epochs.rows
      .filter((row) => Docket.isNumber(row[`train${measure}`]) && Docket.isNumber(row[`network${measure}`]))
      .map((row) => ({ epoch: row.epoch, low: row[`train${measure}`], high: row[`network${measure}`] }));

  const spec = (measure, title) => (view) => {
    const series = Docket.series(NAMES, view.colours);
    const legend = view.full ? { columns: 1, direction: "vertical" } : null;
    const tip = { field: "tip", type: "nominal" };
    const format = measure === "Loss" ? "~r" : ".0%";
    const x = { field: "epoch", type: "quantitative", title: "Epoch", axis: { format: "d", tickMinStep: 1, tickCount: 8, grid: false }, scale: { nice: false, zero: false, padding: 8 } };
    const y = { type: "quantitative", title: view.full ? title : null, scale: { zero: false, nice: true }, axis: { format, tickCount: 5 } };
    const dash = { field: "series", type: "nominal", sort: null, scale: { domain: NAMES, range: series.pick(series.dashes) }, legend };
    const shape = { field: "series", type: "nominal", sort: null, scale: { domain: NAMES, range: series.pick(series.shapes) }, legend };
    const color = { ...series.color, legend };
    const best = { values: [{ epoch: data.epochs.best, label: "kept" }] };
    return {
      height: view.full ? 360 : 190,
      padding: view.full ? 24 : { left: 0, top: 16, right: 8, bottom: 0 }, // above: "kept"
      layer: [
        { data: { values: gaps(measure) }, mark: { type: "area", opacity: 0.13, color: view.colours.c2, aria: false }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
        { data: best, mark: { type: "rule", strokeDash: [3, 3], color: view.colours.ink, opacity: 0.7 }, encoding: { x: { ...x } } },
        { data: best, mark: { type: "text", align: "center", baseline: "bottom", y: -3, color: view.colours.ink, fontSize: 11 }, encoding: { x: { ...x }, text: { field: "label", type: "nominal" } } },
        { data: { values: points(measure) }, mark: { type: "line" }, encoding: { x, y: { ...y, field: "value" }, color, strokeDash: dash } },
        { data: { values: points(measure) }, mark: { type: "point", filled: true, size: 42, opacity: 1 }, encoding: { x, y: { ...y, field: "value" }, color, shape, tooltip: tip, description: tip } },
      ],
    };
  };

  const legend = () =>
    el(
      "ul",
      { class: "legend" },
      ...SERIES.map(([key, name], i) => el("li", { class: `series${i + 1}` }, el("span", { class: "key", "aria-hidden": "true" }), name)),
      el("li", {}, el("span", { class: "key gap", "aria-hidden": "true" }), "the gap between the first two grows with over-fitting"),
    );

  const table = () =>
    Docket.table({
      caption: "All epochs",
      rows: data.epochs.rows,
      columns: [
        { head: "Epoch", number: true, value: (row) => row.epoch, show: (row) => (row.epoch === data.epochs.best ? `${row.epoch} (kept)` : String(row.epoch)) },
        ...MEASURES.flatMap(([measure, title]) =>
          [["train", "network, training"], ["network", "network, validation"], ["validation", "model, validation"]].map(([key, name]) => ({
            head: `${title}: ${name}`, number: true, value: (row) => row[key + measure] ?? -1, show: (row) => shown(measure, row[key + measure]),
          })),
        ),
        { head: "Seconds", number: true, value: (row) => row.seconds ?? -1, show: (row) => Docket.number(row.seconds) },
      ],
    });

  const last = () => data.epochs.rows[data.epochs.rows.length - 1];
  const chosen = () => data.epochs.rows.find((row) => row.epoch === data.epochs.best) ?? last();

  Docket.section("epochs", "Epochs", () => Docket.has("epochs") && data.epochs.rows.length > 0,
    "How the training went. Compare the first two lines: both are the network alone, once on the texts that it learned from, once on texts that it never saw; where they part, it learns by heart. The third is the whole model on validation texts, with its word weights and calibrated; not to be compared with the others, but it chose the epoch that was kept.",
    () => [
      data.epochs.words ? el("p", { class: "said" }, Docket.text(data.epochs.words)) : null,
      legend(),
      el(
        "div",
        { class: "trio" },
        ...MEASURES.map(([measure, title]) =>
          Docket.chart({
            name: `epochs-${measure.toLowerCase()}`, title,
            label: `${title} over ${data.epochs.rows.length} epochs; epoch ${data.epochs.best} was kept, where the whole model had ${shown(measure, chosen()[`validation${measure}`])} on validation texts.`,
            spec: spec(measure, title),
          }),
        ),
      ),
      Docket.details("The figures as a table", table),
    ]);
}
