"use strict";
// A search: how far each trial went, and what each parameter did.
{
  const { el, data } = Docket;
  const BEST = "the best";
  const PRESET = "the given preset";
  const OTHER = "the others";
  const NAMES = [OTHER, PRESET, BEST];
  const FEW = 6;

  const rows = () => data.trials.rows;
  const series = (row) => (row.trial === data.trials.best ? BEST : row.trial === 0 ? PRESET : OTHER);
  const last = (row) => row.scores[row.scores.length - 1];
  const words = (row) =>
    Object.keys(row.changes).length === 0
      ? "the given preset"
      : Object.entries(row.changes).map(([key, value]) => `${key} ${value}`).join(", ");

  const steps = () =>
    rows().flatMap((row) =>
      row.scores.map((score, rung) => ({
        trial: row.trial, series: series(row), epochs: data.trials.rungs[rung].epochs, loss: score.loss,
        tip: `Trial ${row.trial} (${row.state}) after ${score.epochs} epochs: loss ${Docket.decimal(score.loss)}, accuracy ${Docket.percent(score.accuracy)}`,
      })));

  const loss = { field: "loss", type: "quantitative", title: "Loss", scale: { zero: false, nice: true }, axis: { format: "~r", tickCount: 5 } };
  const tip = { field: "tip", type: "nominal" };

  /** Colour, and the shape of points. */
  const looks = (view, legend) => {
    const all = Docket.series(NAMES, view.colours);
    const range = [view.colours.muted, view.colours.c2, view.colours.c1];
    return {
      color: { ...all.color, scale: { domain: NAMES, range }, legend },
      shape: { field: "series", type: "nominal", sort: null, scale: { domain: NAMES, range: all.pick(all.shapes) }, legend },
    };
  };

  const rungs = (view) => {
    const { color, shape } = looks(view, { columns: view.narrow ? 1 : 3 });
    const epochs = data.trials.rungs.map((rung) => rung.epochs);
    const x = { field: "epochs", type: "quantitative", title: "Epochs", axis: { values: epochs, format: "d", grid: false }, scale: { zero: false, nice: false, padding: 12 } };
    return {
      height: view.full ? 360 : 260,
      data: { values: steps() },
      layer: [
        { mark: { type: "line", opacity: 0.75, aria: false }, encoding: { x, y: loss, color, detail: { field: "trial", type: "nominal" } } },
        { mark: { type: "point", filled: true, size: 60, opacity: 1 }, encoding: { x, y: loss, color, shape, tooltip: tip, description: tip } },
      ],
    };
  };

  /** After the first rung, which all trials have reached: their losses compare. */
  const tried = (key) =>
    rows()
      .filter((row) => row.scores.length > 0 && row.parameters[key] !== undefined)
      .map((row) => ({
        trial: row.trial, series: series(row), text: String(row.parameters[key]), value: Number(row.parameters[key]), loss: row.scores[0].loss,
        tip: `Trial ${row.trial}: ${key} ${row.parameters[key]}, loss ${Docket.decimal(row.scores[0].loss)} after the first rung`,
      }));

  const byParameter = (key) => (view) => {
    const values = tried(key);
    const { color, shape } = looks(view, null);
    const different = new Set(values.map((each) => each.text));
    const plain = different.size <= FEW || values.some((each) => !Number.isFinite(each.value));
    const spread = values.map((each) => each.value).filter((value) => value > 0);
    const type = Math.max(...spread) / Math.min(...spread) > 5 && spread.length === values.length ? "log" : "linear";
    const order = [...different].sort((a, b) => parseFloat(a) - parseFloat(b));
    const x = plain
      ? { field: "text", type: "nominal", sort: order, title: null, axis: { labelAngle: 0, grid: false } }
      : { field: "value", type: "quantitative", title: null, scale: { type, nice: false, padding: 10, ...(type === "log" ? {} : { zero: false }) }, axis: { format: "~g", tickCount: 4, grid: false } };
    return {
      height: view.full ? 360 : 170,
      data: { values },
      mark: { type: "point", filled: true, size: 60, opacity: 0.9 },
      encoding: { x, y: loss, color, shape, tooltip: tip, description: tip },
    };
  };

  const table = () =>
    Docket.table({
      caption: "All trials",
      rows: [...rows()].sort((a, b) => b.scores.length - a.scores.length || (last(a)?.loss ?? Infinity) - (last(b)?.loss ?? Infinity)),
      columns: [
        { head: "Trial", number: true, value: (row) => row.trial },
        { head: "State", value: (row) => row.state, show: (row) => Docket.text(row.state) },
        ...[["loss", "Loss"], ["accuracy", "Accuracy"], ["macroF1", "Macro-F1"]].map(([key, head]) => ({
          head, number: true, value: (row) => last(row)?.[key] ?? -1, show: (row) => Docket.decimal(last(row)?.[key]),
        })),
        { head: "Epochs", number: true, value: (row) => last(row)?.epochs ?? 0 },
        { head: "What differs", value: words, show: (row) => Docket.text(words(row)) },
      ],
    });

  const has = () => Docket.has("trials") && rows().some((row) => row.scores.length > 0);

  Docket.section("trials", "Trials", () => Docket.has("trials"),
    "Each line is a trial: all begin, and after each rung the better part of them goes on, with the given preset beside them. Lower is better.",
    () => [
      has()
        ? Docket.chart({
            name: "trials", title: "Loss on validation, rung by rung",
            label: `${rows().length} trials; trial ${data.trials.best} is the best.`,
            spec: rungs,
          })
        : null,
      table(),
    ]);

  Docket.section("parameters", "Parameters", has,
    "What each parameter was and the loss after the first rung, which all trials have reached. A slope means that it matters; a cloud, that it does not.",
    () => [
      el(
        "div",
        { class: "trio" },
        ...data.trials.parameters
          .filter((key) => tried(key).length > 0)
          .map((key) =>
            Docket.chart({
              name: `parameter-${key.replace(/\W/g, "-")}`, title: key,
              label: `The loss of ${tried(key).length} trials by ${key}.`,
              spec: byParameter(key),
            })),
      ),
    ]);
}
