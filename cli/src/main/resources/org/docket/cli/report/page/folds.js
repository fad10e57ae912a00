"use strict";
// A cross-validation: each fold, and all of them together.
{
  const { data } = Docket;
  const MOST = 30;
  const EACH = "a fold";
  const MEAN = "mean, with the standard deviation";
  const MEASURES = [["accuracy", "Accuracy"], ["macroF1", "Macro-F1"]];
  const SCORES = [["precision", "Precision"], ["recall", "Recall"], ["f1", "F1"]];

  const spread = ({ mean, deviation }) => `${Docket.decimal(mean)} \u00b1 ${Docket.decimal(deviation)}`;
  const ends = ({ mean, deviation }) => ({ value: mean, low: Math.max(0, mean - deviation), high: Math.min(1, mean + deviation) });

  const points = () =>
    MEASURES.flatMap(([key, title]) => [
      ...data.folds.rows.map((fold) => ({ name: title, series: EACH, value: fold[key], low: null, high: null, tip: `Fold ${fold.fold}, ${title}: ${Docket.percent(fold[key])}` })),
      { name: title, series: MEAN, ...ends(data.folds.spreads[key]), tip: `${title}: ${spread(data.folds.spreads[key])}` },
    ]);

  const table = () =>
    Docket.table({
      caption: "All folds",
      rows: data.folds.rows,
      columns: [
        { head: "Fold", number: true, value: (fold) => fold.fold },
        { head: "Documents", number: true, value: (fold) => fold.documents, show: (fold) => Docket.count(fold.documents) },
        { head: "Learned from", number: true, value: (fold) => fold.trained, show: (fold) => Docket.count(fold.trained) },
        { head: "Chose the epoch", number: true, value: (fold) => fold.validated, show: (fold) => Docket.count(fold.validated) },
        { head: "Epoch", number: true, value: (fold) => fold.epoch },
        ...[...MEASURES, ["logLoss", "Log loss"], ["ece", "ECE"]].map(([key, head]) => ({
          head, number: true, value: (fold) => fold[key], show: (fold) => Docket.decimal(fold[key]),
        })),
        { head: "Seconds", number: true, value: (fold) => fold.seconds, show: (fold) => Docket.number(Math.round(10 * fold.seconds) / 10) },
      ],
    });

  Docket.section("folds", "Folds", () => Docket.has("folds") && data.folds.rows.length > 0,
    "Each fold was answered by a model that learned from the other folds only. How far they lie apart tells how much of a figure is luck.",
    () => [
      Docket.chart({
        name: "folds", title: "Accuracy and macro-F1 of each fold",
        label: `${data.folds.rows.length} folds: accuracy ${spread(data.folds.spreads.accuracy)}, macro-F1 ${spread(data.folds.spreads.macroF1)}.`,
        spec: (view) => Docket.dots(points(), [EACH, MEAN], view, { axis: "Share" }),
      }),
      table(),
    ]);

  const byF1 = (categories) => [...categories].sort((a, b) => a.f1.mean - b.f1.mean);

  const rows = (categories) =>
    categories.flatMap((category) =>
      SCORES.map(([key, title]) => ({
        name: Docket.text(category.category) || "(no name)", series: title, ...ends(category[key]),
        tip: `${Docket.text(category.category)}, ${title}: ${spread(category[key])}`,
      })));

  const categoryTable = () =>
    Docket.table({
      caption: "Mean and standard deviation by category",
      rows: byF1(data.folds.perCategory),
      columns: [
        { head: "Category", value: (row) => Docket.text(row.category), show: (row) => Docket.name(row.category) },
        ...SCORES.map(([key, head]) => ({ head, number: true, value: (row) => row[key].mean, show: (row) => spread(row[key]) })),
        { head: "Documents", number: true, value: (row) => row.documents, show: (row) => Docket.count(row.documents) },
      ],
    });

  Docket.section("folds-per-category", "By category", () => Docket.has("folds") && data.folds.perCategory.length > 0,
    "Means over the folds; lines are standard deviations, wide where a fold has few documents of the category. The weakest come first.",
    () => {
      const shown = byF1(Docket.largest(data.folds.perCategory, (category) => category.documents, MOST));
      return [
        Docket.chart({
          name: "folds-per-category", title: "Precision, recall and F1 over the folds",
          label: `Mean scores of ${shown.length} categories with standard deviations; the lowest F1 has ${Docket.text(shown[0].category)}.`,
          spec: (view) => Docket.dots(rows(shown), SCORES.map(([, title]) => title), view, { axis: "Score" }),
        }),
        categoryTable(),
      ];
    });
}
