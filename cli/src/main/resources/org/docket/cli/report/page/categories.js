"use strict";
// How many documents each category has.
{
  const { data } = Docket;
  const MOST = 30;
  const UNITS = ["Share of the part", "Documents"];

  const parts = () => data.histogram.parts.map((part) => ({ ...part, name: Docket.text(part.name), total: part.counts.reduce((a, b) => a + b, 0) }));
  const indices = () => (data.categories ?? []).map((category, index) => index);
  const sumOf = (index) => parts().reduce((sum, part) => sum + (part.counts[index] ?? 0), 0);

  const spec = (shown, byShare) => (view) => {
    const all = parts();
    const names = all.map((part) => part.name);
    const series = Docket.series(names, view.colours);
    const rows = shown.flatMap((index) =>
      all.map((part) => {
        const count = part.counts[index] ?? 0;
        const share = part.total === 0 ? 0 : count / part.total;
        return {
          name: Docket.categoryText(index), series: part.name, value: byShare ? share : count,
          tip: `${Docket.categoryText(index)}, ${part.name}: ${Docket.documentsOf(count)}, ${Docket.percent(share)}`,
        };
      }),
    );
    const tip = { field: "tip", type: "nominal" };
    const order = { field: "series", type: "nominal", sort: null, scale: { domain: names, paddingOuter: 0.35 } };
    return {
      data: { values: rows },
      height: Docket.rowHeights(rows, names, 14),
      mark: { type: "bar", cornerRadiusEnd: 2 },
      encoding: {
        y: { field: "name", type: "nominal", sort: null, title: null, axis: { labelLimit: view.narrow ? 116 : 250, ticks: false, domain: false } },
        yOffset: order,
        x: { field: "value", type: "quantitative", title: byShare ? "Share of its part" : "Documents", axis: { format: byShare ? ".0%" : ",d", tickCount: view.narrow ? 4 : 8, ...(byShare ? {} : { tickMinStep: 1 }) } },
        color: { ...series.color, legend: Docket.legendOf(names, view) },
        tooltip: tip, description: tip,
      },
    };
  };

  const table = (sorted) =>
    Docket.table({
      caption: "Documents by category",
      rows: sorted,
      columns: [
        { head: "Category", value: Docket.categoryText, show: Docket.category },
        ...parts().flatMap((part) => [
          { head: `${part.name}: documents`, number: true, value: (i) => part.counts[i] ?? 0, show: (i) => Docket.count(part.counts[i] ?? 0) },
          { head: `${part.name}: share`, number: true, value: (i) => (part.counts[i] ?? 0) / (part.total || 1), show: (i) => Docket.percent((part.counts[i] ?? 0) / (part.total || 1)) },
        ]),
      ],
    });

  Docket.section("categories", "Categories", () => Docket.has("histogram") && data.histogram.parts.length > 0,
    "How many documents each category has. Parts that differ in their shares were not split alike; small categories are learned from few examples and measured on few.",
    () => {
      const sorted = indices().sort((a, b) => sumOf(b) - sumOf(a) || a - b);
      const shown = sorted.slice(0, MOST);
      let byShare = parts().length > 1;
      const chart = {
        name: "categories", title: "Documents by category",
        label: `Bars of ${shown.length} categories; the largest is ${Docket.categoryText(shown[0])}, the smallest ${Docket.categoryText(sorted[sorted.length - 1])}.`,
        spec: (view) => spec(shown, byShare)(view), table: () => table(sorted),
      };
      const figure = Docket.chart(chart);
      const choice = Docket.choice("Bars show", "histogram-unit", UNITS, (index) => {
        byShare = index === 0;
        chart.redraw();
      });
      return [
        parts().length > 1 ? choice : null,
        figure,
        Docket.moreCategories(shown.length, sorted.length, "the table has all"),
      ];
    });

  /** Says that not all categories are drawn. */
  Docket.moreCategories = (shown, all, where) =>
    shown < all ? Docket.el("p", { class: "foot" }, `The ${Docket.count(shown)} largest of ${Docket.count(all)} categories are drawn; ${where}.`) : null;
}
