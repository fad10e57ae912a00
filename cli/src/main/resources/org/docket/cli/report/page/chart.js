"use strict";
// Charts by Vega-Lite. Their colours are the page's, by CSS variables, so that light, dark and print
// need no drawing anew; the exported ones are light. Fields have fixed names, and texts are values of
// fields: nothing of a text is ever an expression.
{
  const { el } = Docket;
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const NARROW = 560;
  const NAMES = ["ink", "muted", "line", "surface", "accent", "c1", "c2", "c3", "c4", "c5", "c6"];
  const PAGE = Object.fromEntries(NAMES.map((name) => [name, `var(--${name})`]));
  const LIGHT = {
    ink: "#1a1d21", muted: "#565e69", line: "#dfe2e6", surface: "#ffffff", accent: "#1a56a8",
    c1: "#1a56a8", c2: "#b3500f", c3: "#0d7a5f", c4: "#7a3e9d", c5: "#7d6200", c6: "#b02a5b",
  };

  const config = (colours) => ({
    font: FONT,
    background: colours === LIGHT ? LIGHT.surface : "transparent",
    view: { stroke: null },
    axis: {
      labelColor: colours.muted, titleColor: colours.muted, titleFontWeight: 500, labelFontSize: 12,
      titleFontSize: 12, gridColor: colours.line, domainColor: colours.line, tickColor: colours.line,
      titlePadding: 8, labelPadding: 6,
    },
    legend: {
      labelColor: colours.ink, labelFontSize: 12, labelLimit: 280, title: null, orient: "top",
      symbolSize: 90, symbolStrokeWidth: 2, direction: "horizontal",
    },
    text: { color: colours.ink, fontSize: 12 },
    rule: { color: colours.muted },
    line: { strokeWidth: 2 },
  });

  const whole = (chart, view) => ({
    description: chart.label,
    autosize: { contains: "padding" },
    width: view.full ? 820 : "container",
    padding: view.full ? 24 : { left: 0, top: 4, right: 8, bottom: 0 },
    ...chart.spec(view),
  });

  const options = (view, tooltip) => ({
    mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false,
    config: config(view.colours), tooltip, logLevel: 1,
  });

  // Charts are drawn one after the other, and the page stays responsive between them.
  let queue = Promise.resolve();
  const drawn = [];

  const draw = async (chart, plot) => {
    const view = { colours: PAGE, narrow: plot.clientWidth < NARROW, full: false };
    chart.embedded?.finalize();
    chart.embedded = await vegaEmbed(plot, whole(chart, view), options(view, tooltip));
    chart.drawnNarrow = view.narrow;
    chart.ready?.(chart.embedded.view);
  };

  const enqueue = (chart) => {
    queue = queue
      .then(() => new Promise((next) => setTimeout(next)))
      .then(() => draw(chart, chart.plot))
      .catch((error) => {
        console.error(error);
        chart.plot.replaceChildren(
          el("p", { class: "notice" }, `This chart could not be drawn (${error.message}); its table has the figures.`),
        );
      });
  };

  /** Resolves when all charts that were asked for are drawn. */
  Docket.chartsDrawn = async () => {
    let waited = null;
    while (waited !== queue) {
      waited = queue;
      await waited;
    }
  };

  addEventListener("resize", () =>
    drawn
      .filter((chart) => chart.plot.clientWidth > 0)
      .filter((chart) => chart.plot.clientWidth < NARROW !== chart.drawnNarrow)
      .forEach(enqueue),
  );

  // Text only: vega-embed's own handler makes markup.
  const bubble = el("div", { class: "bubble", hidden: "", "aria-hidden": "true" });
  document.body.append(bubble);
  const tooltip = (handler, event, item, value) => {
    bubble.hidden = value === null || value === undefined || value === "";
    if (bubble.hidden) {
      return; // without an event, when a chart is drawn anew
    }
    bubble.textContent = String(value);
    const left = Math.min(event.clientX + 12, document.documentElement.clientWidth - bubble.offsetWidth - 8);
    bubble.style.setProperty("left", `${Math.max(8, left)}px`);
    bubble.style.setProperty("top", `${event.clientY + 16}px`);
  };

  /** Draws a chart for slides, light and of a fixed size, and hands it over as a file. */
  const save = async (chart, type) => {
    const holder = el("div", { class: "offstage", "aria-hidden": "true" });
    document.body.append(holder);
    const view = { colours: LIGHT, narrow: false, full: true };
    const result = await vegaEmbed(holder, whole(chart, view), options(view, false));
    const url = await result.view.toImageURL(type, 2);
    el("a", { href: url, download: `${chart.name}.${type}` }).click();
    result.finalize();
    holder.remove();
  };

  /** Buttons rather than vega-embed's menu, whose links do nothing when Enter is pressed on them. */
  Docket.exports = (chart) =>
    el(
      "div",
      { class: "exports", role: "group", "aria-label": `Save the chart: ${chart.title}` },
      ...["png", "svg"].map((type) => {
        const label = type.toUpperCase();
        const button = el("button", { type: "button", title: `Save as ${label}, for slides`, "data-type": type }, label);
        button.addEventListener("click", () =>
          save(chart, type).catch((error) => {
            console.error(error);
            button.textContent = `${label}: ${error.message}`;
          }),
        );
        return button;
      }),
    );

  /**
   * A chart with its buttons and its table.
   *
   * name: of exported files; title: what it shows; label: the same in a sentence, for those who do
   * not see it; spec(view): Vega-Lite, without width; table(): the same figures; ready(view): once
   * it is drawn.
   */
  Docket.chart = (chart) => {
    chart.plot = el("div", { class: "plot" });
    const figure = el("figure", { class: "chart", role: "group", "aria-label": chart.title, "data-chart": chart.name });
    figure.append(el("figcaption", {}, el("h3", {}, chart.title), Docket.exports(chart)), chart.plot);
    if (chart.table) {
      figure.append(Docket.details("The figures as a table", chart.table));
    }
    drawn.push(chart);
    enqueue(chart);
    chart.redraw = () => enqueue(chart);
    return figure;
  };

  /** Colour and shape and dash by order, so that colour is never needed alone. */
  Docket.series = (names, colours) => ({
    color: {
      field: "series", type: "nominal", sort: null,
      scale: { domain: names, range: names.map((name, i) => colours[`c${(i % 6) + 1}`]) },
    },
    shapes: ["circle", "diamond", "square", "triangle-up", "cross", "triangle-down"],
    dashes: [[1, 0], [7, 3], [2, 3], [10, 3, 2, 3], [4, 2], [12, 4]],
    pick: (values) => names.map((name, i) => values[i % values.length]),
  });

  /** A row for each name, in it a line for each series. In numbers: a step would be drawn no other way, but with a warning. */
  const rowHeights = (rows, names, line) => new Set(rows.map(({ name }) => name)).size * (names.length * line + 13);
  Docket.rowHeights = rowHeights;

  /** A legend that fits: names may be long and many. */
  Docket.legendOf = (names, view) =>
    names.length > 1 ? { columns: view.narrow ? 1 : 3, labelLimit: view.narrow ? 240 : 220 } : null;

  /** Dots with intervals: a row of dots for each name, one for each series. */
  Docket.dots = (rows, names, view, { axis, domain, left }) => {
    const series = Docket.series(names, view.colours);
    const legend = Docket.legendOf(names, view);
    const y = {
      field: "name", type: "nominal", sort: null, title: null,
      axis: { labelLimit: view.narrow ? 116 : left ?? 230, domain: false, ticks: false, grid: true },
    };
    const x = {
      field: "value", type: "quantitative", title: axis, scale: { domain, nice: true, zero: false },
      axis: { format: ".0%", tickCount: view.narrow ? 4 : 8 },
    };
    const yOffset = { field: "series", type: "nominal", sort: null, scale: { domain: names, paddingOuter: 0.6 } };
    const color = { ...series.color, legend };
    const shape = {
      field: "series", type: "nominal", sort: null, legend,
      scale: { domain: names, range: series.pick(series.shapes) },
    };
    const tip = { field: "tip", type: "nominal" };
    return {
      data: { values: rows },
      height: rowHeights(rows, names, 13),
      encoding: { y, yOffset },
      layer: [
        {
          mark: { type: "rule", strokeWidth: 2, opacity: 0.55, aria: false },
          encoding: { x: { ...x, field: "low" }, x2: { field: "high" }, color },
        },
        {
          mark: { type: "point", filled: true, size: 64, opacity: 1 },
          encoding: { x, color, shape, tooltip: tip, description: tip },
        },
      ],
    };
  };
}
