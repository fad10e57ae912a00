"use strict";
// Which categories are taken for which: a grid of cells that open their documents.
{
  const { el, data } = Docket;
  const MOST = 30;
  const DEEP = 0.7;
  const UNITS = ["Documents", "Share of the row"];

  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const shareOf = (counts, a, p) => counts[a][p] / (sum(counts[a]) || 1);

  const told = (counts, a, p) =>
    `Labelled ${Docket.categoryText(a)}, predicted ${Docket.categoryText(p)}: ${Docket.documentsOf(counts[a][p])}, ${Docket.percent(shareOf(counts, a, p))} of the row`;

  const paint = (grid, counts, byShare) => {
    const most = Math.max(1, ...grid.shown.flatMap((a) => grid.shown.map((p) => counts[a][p])));
    for (const { cell, a, p } of grid.cells) {
      const count = counts[a][p];
      const share = shareOf(counts, a, p);
      // By the square root: mistakes, which are rare, would be all white.
      const depth = Math.sqrt(byShare ? share : count / most);
      cell.textContent = count === 0 ? "" : byShare ? `${Math.round(share * 100)}` : Docket.count(count);
      cell.style.setProperty("--depth", `${Math.round(depth * 100)}%`);
      cell.classList.toggle("deep", depth >= DEEP);
    }
  };

  const head = (index, scope) => el("th", { scope, title: Docket.categoryText(index) }, el("span", {}, Docket.category(index)));

  const build = (counts, shown, caption, opens) => {
    const grid = { shown, cells: [] };
    const rows = shown.map((a) =>
      el("tr", {}, head(a, "row"), ...shown.map((p) => {
        const cell = el("td", {
          class: a === p ? "right" : "mistake", role: opens ? "gridcell" : null, tabindex: opens ? -1 : null,
          "aria-label": told(counts, a, p), title: told(counts, a, p), "data-actual": a, "data-predicted": p,
        });
        grid.cells.push({ cell, a, p });
        return cell;
      })),
    );
    grid.table = el("table", { class: shown.length > 12 ? "heat many" : "heat", role: opens ? "grid" : null },
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, el("td", { class: "corner" }, "labelled \u2193 predicted \u2192"), ...shown.map((p) => head(p, "col")))),
      el("tbody", {}, ...rows));
    return grid;
  };

  const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  /** One cell can be reached by Tab, the others from it by arrow keys. */
  const steer = (grid, open) => {
    const size = grid.shown.length;
    let current = 0;
    const go = (index) => {
      grid.cells[current].cell.tabIndex = -1;
      current = index;
      grid.cells[current].cell.tabIndex = 0;
      grid.cells[current].cell.focus();
    };
    grid.cells[0].cell.tabIndex = 0;
    grid.table.addEventListener("keydown", (event) => {
      const row = Math.floor(current / size);
      const column = current % size;
      const target = {
        Home: row * size, End: row * size + size - 1, PageUp: column, PageDown: (size - 1) * size + column,
      }[event.key];
      if (MOVES[event.key]) {
        const [down, right] = MOVES[event.key];
        const clamp = (value) => Math.min(size - 1, Math.max(0, value));
        go(clamp(row + down) * size + clamp(column + right));
      } else if (target !== undefined) {
        go(target);
      } else if (event.key === "Enter" || event.key === " ") {
        open(grid.cells[current]);
      } else {
        return;
      }
      event.preventDefault();
    });
    grid.table.addEventListener("click", (event) => {
      const index = grid.cells.findIndex(({ cell }) => cell === event.target);
      if (index >= 0) {
        go(index);
        open(grid.cells[index]);
      }
    });
  };

  /** The same as a chart of the library, to be saved for slides. */
  const spec = (counts, shown, byShare) => (view) => ({
    data: {
      values: shown.flatMap((a) => shown.map((p) => ({
        actual: Docket.categoryText(a), predicted: Docket.categoryText(p), depth: Math.sqrt(byShare() ? shareOf(counts, a, p) : counts[a][p]),
        label: counts[a][p] === 0 ? "" : byShare() ? `${Math.round(shareOf(counts, a, p) * 100)}%` : Docket.count(counts[a][p]),
      }))),
    },
    height: shown.length * (shown.length > 12 ? 20 : 44),
    encoding: {
      x: { field: "predicted", type: "nominal", sort: null, title: "Predicted", axis: { labelAngle: -40, labelLimit: 160 } },
      y: { field: "actual", type: "nominal", sort: null, title: "Labelled", axis: { labelLimit: 220 } },
    },
    layer: [
      { mark: { type: "rect", stroke: "#ffffff" }, encoding: { color: { field: "depth", type: "quantitative", scale: { range: ["#ffffff", "#5c82bd"], zero: true }, legend: null } } },
      { mark: { type: "text", fontSize: shown.length > 12 ? 8 : 12 }, encoding: { text: { field: "label", type: "nominal" }, color: { value: view.colours.ink } } },
    ],
  });

  /** A heat map of the largest categories; open(cell) if its cells can be opened. */
  Docket.heatMap = ({ counts, caption, name, open }) => {
    const all = counts.map((row, index) => index);
    const shown = Docket.largest(all, (a) => sum(counts[a]), MOST);
    const grid = build(counts, shown, caption, open !== undefined);
    let byShare = false;
    paint(grid, counts, byShare);
    if (open && grid.cells.length > 0) {
      steer(grid, open);
    }
    const show = (share) => {
      byShare = share;
      paint(grid, counts, byShare);
    };
    const element = el("div", { class: "heat-map", "data-chart": name },
      el("div", { class: "controls" }, el("h3", {}, caption), Docket.exports({ name, title: caption, label: caption, spec: spec(counts, shown, () => byShare) })),
      el("div", { class: "wide", tabindex: open ? null : 0, role: open ? null : "region", "aria-label": open ? null : caption }, grid.table),
      Docket.moreCategories(shown.length, all.length, "the table and confusion.csv have the others") ?? "");
    return { element, show };
  };

  /** What the colours mean, and what the cells of some heat maps show. */
  Docket.heatMaps = (maps) => {
    const choice = Docket.choice("Cells show", "confusion-unit", UNITS, (index) => maps.forEach((map) => map.show(index === 1)));
    return el("div", { class: "controls" }, choice, heatKey());
  };

  const heatKey = () =>
    el("p", { class: "heat-key" }, el("span", { class: "swatch right" }), " right, on the diagonal; ", el("span", { class: "swatch mistake" }), " mistakes; the deeper the colour, the more.");

  const mistakes = (counts) => {
    const rows = [];
    counts.forEach((row, a) => row.forEach((count, p) => a !== p && count > 0 && rows.push({ a, p, count, share: shareOf(counts, a, p) })));
    return rows.sort((x, y) => y.count - x.count);
  };

  /** Of thousands of categories the page has no counts but those of the cells that have documents. */
  const mistakesOf = (cells) =>
    cells
      .filter(({ actual, predicted }) => actual !== predicted)
      .map(({ actual, predicted, total }) => ({ a: actual, p: predicted, count: total }))
      .sort((x, y) => y.count - x.count);

  const shareColumn = { head: "Share of the row", number: true, value: ({ share }) => share, show: ({ share }) => Docket.percent(share) };

  const mistakeTable = (rows, withShare, open) =>
    Docket.table({
      caption: "Mistakes by how often they are made",
      rows,
      size: 10,
      columns: [
        { head: "Labelled", value: ({ a }) => Docket.categoryText(a), show: ({ a }) => Docket.category(a) },
        { head: "Predicted", value: ({ p }) => Docket.categoryText(p), show: ({ p }) => Docket.category(p) },
        { head: "Documents", number: true, value: ({ count }) => count, show: ({ count }) => Docket.count(count) },
        ...(withShare ? [shareColumn] : []),
        { head: "Texts", action: true, show: (row) => {
          const label = `Open: labelled ${Docket.categoryText(row.a)}, predicted ${Docket.categoryText(row.p)}: ${Docket.documentsOf(row.count)}`;
          const button = el("button", { type: "button", class: "small", "aria-label": label }, "Open");
          button.addEventListener("click", () => open({ cell: button, ...row }));
          return button;
        } },
      ],
    });

  const panelText = (count, found) => {
    if (count === 0) {
      return "There are none.";
    }
    const here = found?.documents.length ?? 0;
    return here === 0
      ? "The page carries none of their texts; predictions.csv lists them."
      : here < count ? `${Docket.count(here)} of ${Docket.count(count)} are in this page, those that the model was surest of; predictions.csv lists all.` : null;
  };

  Docket.section("confusion", "Confusion", () => Docket.has("confusion") && (data.confusion.counts ?? data.confusion.cells ?? []).length > 0,
    data.confusion && !data.confusion.counts
      ? "Which categories are taken for which."
      : "Rows are labels, columns are predictions. Choose a cell, by a click or by arrow keys and Enter, to read its documents.",
    () => {
      const { counts, cells } = data.confusion;
      const panel = el("div", { class: "panel", tabindex: -1, role: "region", "aria-live": "polite", "aria-label": "Documents of the chosen cell", hidden: "" });
      const open = ({ cell, a, p, count: known }) => {
        const count = counts ? counts[a][p] : known;
        const found = (cells ?? []).find((entry) => entry.actual === a && entry.predicted === p);
        const back = el("button", { type: "button", class: "small" }, "Close");
        const close = () => {
          panel.hidden = true;
          cell.focus();
        };
        back.addEventListener("click", close);
        panel.onkeydown = (event) => event.key === "Escape" && close();
        panel.replaceChildren(
          el("div", { class: "panel-head" },
            el("h3", {}, "Labelled ", Docket.category(a), ", predicted ", Docket.category(p), `: ${Docket.documentsOf(count)}`), back),
          panelText(count, found) ?? "",
          found?.documents.length > 0 ? Docket.documents(found.documents) : "");
        panel.hidden = false;
        panel.focus();
      };
      if (!counts) {
        return [
          el("p", { class: "said" }, `Of ${Docket.count(data.categories.length)} categories no heat map can be looked at: confusion.csv has all counts. These are mistakes of which the page has texts.`),
          mistakeTable(mistakesOf(cells), false, open),
          panel,
        ];
      }
      const map = Docket.heatMap({ counts, caption: "Documents by label and prediction", name: "confusion", open });
      return [
        Docket.heatMaps([map]),
        map.element,
        panel,
        Docket.details("The most frequent mistakes as a table", () => mistakeTable(mistakes(counts), true, open)),
      ];
    });
}
