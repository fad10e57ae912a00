"use strict";
// Do probabilities mean what they say?
{
  const { el, data } = Docket;

  const filled = (bins) => bins.filter((bin) => bin.documents > 0 && Docket.isNumber(bin.meanConfidence) && Docket.isNumber(bin.accuracy));
  const told = (bin, of) =>
    `${of}probability ${Docket.percent(bin.from)} to ${Docket.percent(bin.to)}: ${Docket.documentsOf(bin.documents)}, mean ${Docket.percent(bin.meanConfidence)}, right ${Docket.percent(bin.accuracy)}`;

  const SHARE = { domain: [0, 1], nice: false };
  const AXIS = 44;

  /** curves: [{name, bins}]. */
  const diagram = (curves) => (view) => {
    const names = curves.map(({ name }) => name);
    const series = Docket.series(names, view.colours);
    const several = names.length > 1;
    const rows = curves.flatMap(({ name, bins }) => filled(bins).map((bin) => ({
      series: name, mean: bin.meanConfidence, accuracy: bin.accuracy, documents: bin.documents, tip: told(bin, several ? `${name}, ` : ""),
    })));
    const tip = { field: "tip", type: "nominal" };
    const x = { field: "mean", type: "quantitative", scale: SHARE, title: "Mean probability of the answers", axis: { format: ".0%", tickCount: 5 } };
    const y = { field: "accuracy", type: "quantitative", scale: SHARE, title: "Right answers", axis: { format: ".0%", tickCount: 5, minExtent: AXIS, maxExtent: AXIS } };
    const legend = Docket.legendOf(names, view);
    const nominal = { field: "series", type: "nominal", sort: null };
    return {
      height: view.narrow ? 260 : 320,
      data: { values: rows },
      layer: [
        { data: { values: [{ mean: 0, accuracy: 0 }, { mean: 1, accuracy: 1 }] }, mark: { type: "line", strokeDash: [4, 4], strokeWidth: 1, color: view.colours.muted, aria: false }, encoding: { x, y } },
        several
          ? { mark: { type: "line" }, encoding: { x, y, color: { ...series.color, legend }, strokeDash: { ...nominal, scale: { domain: names, range: series.pick(series.dashes) }, legend } } }
          : { mark: { type: "rule", strokeWidth: 2, color: view.colours.c2, aria: false }, encoding: { x, y, y2: { field: "mean" } } },
        { mark: { type: "point", filled: true, opacity: 1 }, encoding: { x, y, color: { ...series.color, legend }, tooltip: tip, description: tip,
          shape: { ...nominal, scale: { domain: names, range: series.pick(series.shapes) }, legend },
          size: several ? { value: 50 } : { field: "documents", type: "quantitative", scale: { range: [30, 420] }, legend: null } } },
      ],
    };
  };

  const amounts = (bins) => (view) => ({
    height: 90,
    data: { values: bins.map((bin) => ({ from: bin.from, to: bin.to, documents: bin.documents, tip: told(bin, "") })) },
    mark: { type: "bar", color: view.colours.c1, opacity: 0.8, binSpacing: 2 },
    encoding: {
      x: { field: "from", bin: "binned", type: "quantitative", scale: SHARE, title: "Probability of the answer", axis: { format: ".0%", values: [0, 0.2, 0.4, 0.6, 0.8, 1], grid: false } },
      x2: { field: "to" },
      y: { field: "documents", type: "quantitative", title: "Documents", axis: { format: bins.some((bin) => bin.documents >= 10000) ? "~s" : ",d", tickCount: 3, tickMinStep: 1, minExtent: AXIS, maxExtent: AXIS } },
      tooltip: { field: "tip", type: "nominal" }, description: { field: "tip", type: "nominal" },
    },
  });

  const table = (caption, bins) =>
    Docket.table({
      caption, rows: bins,
      columns: [
        { head: "Probability from", number: true, value: (bin) => bin.from, show: (bin) => Docket.percent(bin.from) },
        { head: "to", number: true, value: (bin) => bin.to, show: (bin) => Docket.percent(bin.to) },
        { head: "Documents", number: true, value: (bin) => bin.documents, show: (bin) => Docket.count(bin.documents) },
        { head: "Mean probability", number: true, value: (bin) => bin.meanConfidence, show: (bin) => Docket.percent(bin.documents > 0 ? bin.meanConfidence : null) },
        { head: "Right", number: true, value: (bin) => bin.accuracy, show: (bin) => Docket.percent(bin.documents > 0 ? bin.accuracy : null) },
      ],
    });

  const LEAD = "Of the answers with a probability of 80\u202f%, four in five should be right: points on the diagonal mean what they say, below it the model is too sure, above it too modest. ECE is the mean distance from the diagonal, weighed by documents.";

  Docket.section("reliability", "Reliability", () => Docket.has("reliability") && data.reliability.bins.length > 0, LEAD,
    () => {
      const { ece, bins } = data.reliability;
      return [
        el("p", { class: "said" }, "Calibration error (ECE) ", el("b", {}, Docket.decimal(ece)), ": probabilities are off by ", Docket.percent(ece), " on average."),
        Docket.chart({
          name: "reliability", title: "Right answers by probability",
          label: `Reliability diagram of ${filled(bins).length} bins; calibration error ${Docket.decimal(ece)}.`,
          spec: diagram([{ name: "model", bins }]),
        }),
        Docket.chart({
          name: "reliability-documents", title: "Documents in each bin",
          label: "Bars: how many answers have which probability.",
          spec: amounts(bins), table: () => table("Reliability by probability", bins),
        }),
      ];
    });

  Docket.section("models-reliability", "Reliability", () => Docket.hasRows("models") && data.models.some((model) => model.reliability), LEAD,
    () => {
      const names = Docket.modelNames();
      const curves = data.models.map((model, i) => ({ name: names[i], bins: model.reliability?.bins ?? [], ece: model.reliability?.ece ?? model.ece }));
      return [
        el("ul", { class: "plain" }, ...curves.map(({ name, ece }) => el("li", {}, Docket.name(name), `: calibration error ${Docket.decimal(ece)}`))),
        Docket.chart({
          name: "reliability", title: "Right answers by probability",
          label: `Reliability diagrams of ${names.length} models: ${curves.map(({ name, ece }) => `${name} ${Docket.decimal(ece)}`).join(", ")}.`,
          spec: diagram(curves), table: () => el("div", {}, ...curves.map(({ name, bins }) => table(`Reliability of ${name}`, bins))),
        }),
      ];
    });
}
