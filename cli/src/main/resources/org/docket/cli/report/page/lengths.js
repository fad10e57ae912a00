"use strict";
// How long the texts are, and what is cut.
{
  const { el, data } = Docket;

  const words = (part) => {
    const said = [`${Docket.text(part.name)}: `];
    if (Docket.isNumber(part.median)) {
      said.push(`half of the ${Docket.documentsOf(part.documents)} have at most ${Docket.count(part.median)} tokens, 95\u202f% at most ${Docket.count(part.p95)}. `);
    }
    const share = part.documents > 0 ? ` (${Docket.percent(part.cut / part.documents)})` : "";
    said.push(part.cut > 0 ? `${Docket.documentsOf(part.cut)}${share} ${part.cut === 1 ? "is" : "are"} cut` : "None is cut");
    said.push(Docket.isNumber(part.shareOfTokensRead) ? `; ${Docket.percent(part.shareOfTokensRead)} of all tokens are read.` : ".");
    return el("p", {}, ...said);
  };

  const LABELS = ["read whole", "cut"];

  /** The last bin may reach to the longest text: drawn as wide as the others, and named. */
  const isOpen = (bin, bins) => bins.length > 1 && bin === bins[bins.length - 1] && bin.to - bin.from > 2 * widthOf(bins);
  const widthOf = (bins) => bins[0].to - bins[0].from;

  const rowsOf = ({ bins }, limit) =>
    bins.map((bin) => {
      const open = isOpen(bin, bins);
      return {
        from: bin.from, to: open ? bin.from + widthOf(bins) : bin.to, documents: bin.documents,
        series: limit > 0 && bin.from >= limit ? LABELS[1] : LABELS[0], label: open ? `${Docket.count(bin.from)} to ${Docket.count(bin.to)}` : "",
        tip: `${Docket.count(bin.from)} to ${Docket.count(bin.to)} tokens: ${Docket.documentsOf(bin.documents)}`,
      };
    });

  const MOST_TICKS = 10;

  /** Of few bins where they begin and end: what stands between whole numbers would be told as one. */
  const ticks = (rows, view) =>
    rows.length <= MOST_TICKS
      ? { values: [...rows.map(({ from }) => from), ...rows.slice(-1).map(({ to }) => to)] }
      : { tickCount: view.narrow ? 5 : MOST_TICKS };

  const spec = (part, limit) => (view) => {
    const rows = rowsOf(part, limit);
    const tip = { field: "tip", type: "nominal" };
    const x = { field: "from", bin: "binned", type: "quantitative", title: "Tokens of a text", axis: { format: ",d", ...ticks(rows, view), grid: false } };
    const y = { field: "documents", type: "quantitative", title: "Documents", axis: { format: ",d", tickCount: 5, tickMinStep: 1 } };
    const name = {
      data: { values: rows.filter(({ label }) => label !== "") },
      mark: { type: "text", align: "right", baseline: "bottom", dy: view.narrow ? -24 : -3, fontSize: 11, color: view.colours.muted },
      encoding: { x: { field: "to", type: "quantitative" }, y, text: { field: "label", type: "nominal" } },
    };
    const bars = {
      data: { values: rows },
      mark: { type: "bar", binSpacing: 1 },
      encoding: {
        x, x2: { field: "to" },
        y,
        color: { field: "series", type: "nominal", sort: null, scale: { domain: LABELS, range: [view.colours.c1, view.colours.c2] }, legend: limit > 0 ? {} : null },
        tooltip: tip, description: tip,
      },
    };
    if (!(limit > 0)) {
      return { height: 200, layer: [bars, name] };
    }
    const cut = {
      data: { values: [{ limit, label: `cut after ${Docket.count(limit)}` }] },
      layer: [
        { mark: { type: "rule", strokeDash: [5, 3], strokeWidth: 1.5, color: view.colours.ink }, encoding: { x: { field: "limit", type: "quantitative" } } },
        { mark: { type: "text", align: "left", dx: 5, y: 8, color: view.colours.ink }, encoding: { x: { field: "limit", type: "quantitative" }, text: { field: "label", type: "nominal" } } },
      ],
    };
    return { height: 200, layer: [bars, name, cut] };
  };

  const table = (part) =>
    Docket.table({
      caption: `Token lengths, ${Docket.text(part.name)}`,
      rows: part.bins,
      columns: [
        { head: "Tokens from", number: true, value: (bin) => bin.from, show: (bin) => Docket.count(bin.from) },
        { head: "to below", number: true, value: (bin) => bin.to, show: (bin) => Docket.count(bin.to) },
        { head: "Documents", number: true, value: (bin) => bin.documents, show: (bin) => Docket.count(bin.documents) },
      ],
    });

  Docket.section("lengths", "Text lengths", () => Docket.has("lengths") && data.lengths.parts.length > 0,
    "How many tokens the texts have. The network reads only so many of each: what lies right of the dashed line is not read.",
    () => {
      const { limit, parts } = data.lengths;
      return parts.flatMap((part, i) => {
        const chart = Docket.chart({
          name: parts.length > 1 ? `lengths-${i + 1}` : "lengths", title: `Tokens of a text, ${Docket.text(part.name)}`,
          label: `Histogram of text lengths of ${Docket.documentsOf(part.documents)}, ${Docket.count(part.cut)} of them longer than ${Docket.count(limit)} tokens.`,
          spec: spec(part, limit), table: () => table(part),
        });
        return [words(part), chart];
      });
    });
}
