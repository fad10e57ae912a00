"use strict";
// Precision, recall and F1 of each category.
{
  const { data } = Docket;
  const MOST = 30;
  const SCORES = [["precision", "Precision"], ["recall", "Recall"], ["f1", "F1"]];

  /** A dot with its interval. */
  Docket.scoreRow = (name, series, interval) => ({
    name, series, value: Docket.valueOf(interval), low: interval.low ?? null, high: interval.high ?? null,
    tip: `${name}, ${series}: ${Docket.interval(interval)}`,
  });
  Docket.isScore = (interval) => Docket.isNumber(Docket.valueOf(interval));

  const single = (categories) =>
    categories.flatMap((category) =>
      SCORES.filter(([key]) => Docket.isScore(category[key])).map(([key, title]) => Docket.scoreRow(Docket.categoryText(category.category), title, category[key])));

  const table = () =>
    Docket.table({
      caption: "Scores by category, with 95\u202f% intervals",
      rows: [...data.perCategory].sort((a, b) => Docket.valueOf(a.f1) - Docket.valueOf(b.f1)),
      columns: [
        { head: "Category", value: (c) => Docket.categoryText(c.category), show: (c) => Docket.category(c.category) },
        ...SCORES.map(([key, title]) => ({ head: title, number: true, value: (c) => Docket.valueOf(c[key]) ?? -1, show: (c) => Docket.interval(c[key]) })),
        { head: "Documents", number: true, value: (c) => c.support, show: (c) => Docket.count(c.support) },
      ],
    });

  /** The weakest first. */
  Docket.byF1 = (categories) => [...categories].sort((a, b) => Docket.valueOf(a.f1) - Docket.valueOf(b.f1));

  Docket.section("per-category", "By category", () => Docket.hasRows("perCategory"),
    "Precision: how many of those that were put into the category belong there. Recall: how many of those that belong there were found. F1 joins both. The weakest come first; lines are 95\u202f% intervals, wide where few documents were measured.",
    () => {
      const shown = Docket.byF1(Docket.largest(data.perCategory, (category) => category.support, MOST));
      return [
        Docket.chart({
          name: "per-category", title: "Precision, recall and F1",
          label: `Scores of ${shown.length} categories with intervals; the lowest F1 has ${Docket.categoryText(shown[0].category)}, the highest ${Docket.categoryText(shown[shown.length - 1].category)}.`,
          spec: (view) => Docket.dots(single(shown), SCORES.map(([, title]) => title), view, { axis: "Score" }),
        }),
        Docket.moreCategories(shown.length, data.perCategory.length, "the table has all"),
        table(),
      ];
    });
}
