"use strict";
// What several models do with each category.
{
  const { el, data } = Docket;
  const MOST = 30;

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
      const shown = Docket.byF1(Docket.largest(first, (category) => category.support ?? 0, MOST)).map(({ category }) => category);
      const rows = shown.flatMap((category) => data.models.map((model, i) => [scoreOf(model, category)?.f1, i])
        .filter(([f1]) => Docket.isScore(f1)).map(([f1, i]) => Docket.scoreRow(Docket.categoryText(category), names[i], f1)));
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

  Docket.section("heat-maps", "Confusion, side by side", () => Docket.hasRows("models") && data.models.some((model) => model.confusion?.counts),
    "Rows are labels, columns are predictions, for each model.",
    () => {
      const names = Docket.modelNames();
      const maps = data.models.flatMap((model, i) =>
        model.confusion?.counts ? [Docket.heatMap({ counts: model.confusion.counts, caption: names[i], name: `confusion-${i + 1}` })] : []);
      return [Docket.heatMaps(maps), el("div", { class: "side-by-side" }, ...maps.map(({ element }) => element))];
    });
}
