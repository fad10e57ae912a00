"use strict";
// Precision, recall and F1 of each category.
{
  const { data } = Docket;
  const MOST = 30;
  const SCORES = [["precision", "Precision"], ["recall", "Recall"], ["f1", "F1"]];

  const row = (name, series, interval) => ({
    name, series, value: Docket.valueOf(interval), low: interval.low ?? null, high: interval.high ?? null,
    tip: `${name}, ${series}: ${Docket.interval(interval)}`,
  });
  const isScore = (interval) => Docket.isNumber(Docket.valueOf(interval));

  const single = (categories) =>
    categories.flatMap((category) =>
      SCORES.filter(([key]) => isScore(category[key])).map(([key, title]) => row(Docket.categoryText(category.category), title, category[key])));

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

  const byF1 = (categories) => [...categories].sort((a, b) => Docket.valueOf(a.f1) - Docket.valueOf(b.f1));

  Docket.section("per-category", "By category", () => Docket.hasRows("perCategory"),
    "Precision: how many of those that were put into the category belong there. Recall: how many of those that belong there were found. F1 joins both. The weakest come first; lines are 95\u202f% intervals, wide where few documents were measured.",
    () => {
      const shown = byF1(Docket.largest(data.perCategory, (category) => category.support, MOST));
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

  const scoreOf = (model, category) => model.perCategory?.find((entry) => entry.category === category);

  const modelTable = (names, categories) =>
    Docket.table({
      caption: "F1 by category and model",
      rows: categories,
      columns: [
        { head: "Category", value: Docket.categoryText, show: Docket.category },
        ...data.models.map((model, i) => ({
          head: names[i], number: true, value: (category) => Docket.valueOf(scoreOf(model, category)?.f1) ?? -1,
          show: (category) => Docket.interval(scoreOf(model, category)?.f1),
        })),
      ],
    });

  Docket.section("models-per-category", "F1 by category", () => Docket.hasRows("models") && data.models.some((model) => model.perCategory?.length > 0),
    "Where one model is better than another. Lines are 95\u202f% intervals.",
    () => {
      const names = Docket.modelNames();
      const first = data.models.find((model) => model.perCategory?.length > 0).perCategory;
      const shown = byF1(Docket.largest(first, (category) => category.support ?? 0, MOST)).map(({ category }) => category);
      const rows = shown.flatMap((category) => data.models.map((model, i) => [scoreOf(model, category)?.f1, i])
        .filter(([f1]) => isScore(f1)).map(([f1, i]) => row(Docket.categoryText(category), names[i], f1)));
      return [
        Docket.chart({
          name: "f1-by-category", title: "F1 by category and model",
          label: `F1 of ${shown.length} categories for each of ${names.length} models.`,
          spec: (view) => Docket.dots(rows, names, view, { axis: "F1" }),
        }),
        Docket.moreCategories(shown.length, first.length, "the table has all"),
        modelTable(names, first.map(({ category }) => category)),
      ];
    });
}
