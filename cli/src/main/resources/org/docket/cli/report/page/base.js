"use strict";
// The data, elements made of texts, and how figures are told. All texts of a corpus or a model come
// into the page by el() or as values of a chart, never as markup.
const Docket = { data: JSON.parse(document.getElementById("data").textContent), sections: [] };
{
  const data = Docket.data;
  const THIN_SPACE = "\u202f";
  const NONE = "\u2013";

  /** An element; attributes that are null are left out, children are texts or elements. */
  Docket.el = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) {
        element.setAttribute(name, value);
      }
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };
  const el = Docket.el;

  /** Java writes what is no number, NaN, as a string. */
  Docket.isNumber = (value) => typeof value === "number" && Number.isFinite(value);

  const digits = (least, most) =>
    new Intl.NumberFormat("en-US", { minimumFractionDigits: least, maximumFractionDigits: most });
  const whole = digits(0, 0);
  const one = digits(1, 1);
  const three = digits(3, 3);
  const some = digits(0, 4);
  const formatted = (value, format) => (Docket.isNumber(value) ? format.format(value) : NONE);

  Docket.count = (value) => formatted(value, whole);
  Docket.decimal = (value) => formatted(value, three);
  Docket.number = (value) => formatted(value, some);
  Docket.signed = (value) => (value > 0 ? "+" : value < 0 ? "\u2212" : "") + three.format(Math.abs(value));
  Docket.percent = (share) =>
    Docket.isNumber(share) ? one.format(share * 100) + THIN_SPACE + "%" : NONE;
  Docket.documentsOf = (count) => whole.format(count) + (count === 1 ? " document" : " documents");

  /** The value of an interval, or a plain number. */
  Docket.valueOf = (interval) =>
    interval !== null && typeof interval === "object" ? interval.value : interval;
  Docket.hasRange = (interval) =>
    interval !== null && typeof interval === "object" && Docket.isNumber(interval.low);
  Docket.range = (interval) =>
    Docket.hasRange(interval)
      ? `${one.format(interval.low * 100)} to ${Docket.percent(interval.high)}`
      : "";
  Docket.interval = (interval) => {
    const value = Docket.percent(Docket.valueOf(interval));
    return Docket.hasRange(interval) ? `${value} (${Docket.range(interval)})` : value;
  };

  Docket.text = (value) => (value === null || value === undefined ? "" : String(value));

  const LONG_NAME = 120;
  const SHORT_NAME = 28;

  /** A name of somebody else's, which must not turn the text around it, nor fill the page. */
  Docket.name = (text) => {
    const name = Docket.text(text) || "(no name)";
    const letters = [...name.slice(0, 2 * LONG_NAME + 2)];
    return letters.length > LONG_NAME
      ? el("bdi", { class: "name", title: name }, letters.slice(0, LONG_NAME).join("") + "\u2026")
      : el("bdi", { class: letters.length > SHORT_NAME ? "name" : "name short" }, name);
  };

  Docket.categoryText = (index) => {
    const category = (data.categories ?? [])[index];
    return category === undefined ? "(unknown)" : Docket.text(category) || "(no name)";
  };
  Docket.category = (index) => Docket.name(Docket.categoryText(index));

  /** A section of the page, in the order of the calls: shown if there is data for it. */
  Docket.section = (id, title, when, lead, render) =>
    Docket.sections.push({ id, title, when, lead, render });

  Docket.has = (key) => data[key] !== null && data[key] !== undefined;
  Docket.hasRows = (key) => Array.isArray(data[key]) && data[key].length > 0;

  /** The largest by a figure, in the order in which they came. */
  Docket.largest = (items, figure, most) =>
    items
      .map((item, index) => ({ item, index, figure: figure(item) }))
      .sort((a, b) => b.figure - a.figure || a.index - b.index)
      .slice(0, most)
      .sort((a, b) => a.index - b.index)
      .map((entry) => entry.item);

  /** A choice of one of several, as radio buttons. */
  Docket.choice = (legend, group, labels, choose) => {
    const set = el("fieldset", { class: "choice" }, el("legend", {}, legend));
    labels.forEach((label, index) => {
      const input = el("input", { type: "radio", name: group, value: index });
      input.checked = index === 0;
      input.addEventListener("change", () => choose(index));
      set.append(el("label", {}, input, el("span", {}, label)));
    });
    return set;
  };

  /** Shows some of many at a time: a list, and a button for more of them. */
  Docket.paged = (holder, items, size, make) => {
    const left = el("span", {});
    const button = el("button", { type: "button", class: "more" });
    const foot = el("p", { class: "foot" }, button, " ", left);
    let shown = 0;
    const more = (focus) => {
      const first = shown;
      holder.append(...items.slice(shown, shown + size).map(make));
      shown = Math.min(shown + size, items.length);
      button.textContent = `Show ${Docket.count(Math.min(size, items.length - shown))} more`;
      left.textContent = `${Docket.count(shown)} of ${Docket.count(items.length)} shown`;
      foot.hidden = shown === items.length;
      const next = holder.children[first];
      if (focus && next) {
        next.setAttribute("tabindex", "-1");
        next.focus({ preventScroll: true });
      }
    };
    button.addEventListener("click", () => more(true));
    more(false);
    return foot;
  };
}
