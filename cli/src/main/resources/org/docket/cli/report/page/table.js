"use strict";
// Tables: with a caption, sorted by a click on a column's head, some rows at a time; and those that
// stand behind a chart as its text alternative.
{
  const { el } = Docket;
  const ROWS = 50;

  const compare = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en");

  /**
   * A table.
   *
   * caption: what it shows; rows: of any kind; columns: {head, value(row), show(row)}: value is what
   * is sorted by, if it can be, show what is seen (a text or an element), if that is something else;
   * number: true if it is one; action: true if it is a button, which paper has no use for.
   */
  Docket.table = ({ caption, columns, rows, sortable = true, size = ROWS }) => {
    const body = el("tbody");
    const table = el("table", {}, el("caption", {}, caption));
    const region = el("div", { class: "wide", tabindex: 0, role: "region", "aria-label": caption }, table);
    const holder = el("div", { class: "table" }, region);
    let foot = null;
    const fill = (sorted) => {
      body.replaceChildren();
      foot?.remove();
      foot = Docket.paged(body, sorted, size, (row) => line(columns, row));
      holder.append(foot);
    };
    const heads = columns.map((column) => head(column, sortable && rows.length > 1 && column.value !== undefined));
    heads.forEach(({ cell, button }, index) =>
      button?.addEventListener("click", () => {
        const down = cell.getAttribute("aria-sort") !== "descending";
        heads.forEach((other) => other.cell.removeAttribute("aria-sort"));
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        const { value } = columns[index];
        const sorted = [...rows].sort((a, b) => compare(value(a), value(b)));
        fill(down ? sorted.reverse() : sorted);
      }),
    );
    table.append(el("thead", {}, el("tr", {}, ...heads.map(({ cell }) => cell))), body);
    fill(rows);
    return holder;
  };

  const kindOf = (column) => (column.number ? "number" : column.action ? "action" : null);

  const head = (column, sortable) => {
    const button = sortable ? el("button", { type: "button" }, column.head) : null;
    return { button, cell: el("th", { scope: "col", class: kindOf(column) }, button ?? column.head) };
  };

  const line = (columns, row) =>
    el(
      "tr",
      {},
      ...columns.map((column, index) => {
        const content = (column.show ?? column.value)(row);
        return index === 0
          ? el("th", { scope: "row", class: kindOf(column) }, content)
          : el("td", { class: kindOf(column) }, content);
      }),
    );

  /** What is made only when somebody opens it, or prints the page. */
  Docket.details = (summary, make) => {
    const details = el("details", { class: "alternative" }, el("summary", {}, summary));
    const fill = () => {
      if (details.childElementCount === 1) {
        details.append(make());
      }
    };
    details.addEventListener("toggle", () => details.open && fill());
    details.addEventListener("docket-print", fill);
    return details;
  };
}
