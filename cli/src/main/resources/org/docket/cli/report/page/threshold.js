"use strict";
// A threshold: documents of which the model is less sure are left to people.
{
  const { el } = Docket;
  const WANTED = [0.9, 0.95, 0.99];
  const START = 0.5;
  const NOTHING = { coverage: 0, kept: 0, precision: NaN };

  /** What a threshold keeps: the figures of the next one that was measured. */
  Docket.atThreshold = (curve, threshold) =>
    curve.find((point) => point.threshold >= threshold - 1e-9) ?? { ...NOTHING, threshold };

  /** The lowest threshold with a precision: it keeps the most documents. */
  Docket.thresholdFor = (curve, precision) => curve.find((point) => point.kept !== 0 && point.precision >= precision) ?? null;

  const wanted = (curve, set) =>
    el(
      "div",
      { class: "wanted", role: "group", "aria-label": "Thresholds for a precision" },
      el("span", {}, "Go to a precision of "),
      ...WANTED.map((precision) => {
        const point = Docket.thresholdFor(curve, precision);
        const label = `${Math.round(precision * 100)}\u202f%`;
        const button = el("button", { type: "button" }, label);
        button.disabled = point === null;
        button.title = point === null ? "No threshold reaches it" : `Threshold ${Docket.decimal(point.threshold)}`;
        button.addEventListener("click", () => set(point.threshold));
        return button;
      }),
    );

  /** A slider and a field for the threshold; tells every change, the first one at once. */
  Docket.thresholdControl = (curves, change) => {
    const curve = curves.length === 1 ? curves[0] : null;
    const highest = Math.max(...curves.map((points) => points[points.length - 1].threshold));
    const range = el("input", { type: "range", id: "threshold", min: 0, max: 1, step: 0.005 });
    const field = el("input", { type: "number", id: "threshold-field", min: 0, max: 1, step: 0.001, inputmode: "decimal" });
    let current = START;
    const set = (threshold) => {
      const bounded = Math.min(1, Math.max(0, threshold));
      current = bounded;
      range.value = String(bounded);
      field.value = String(Math.round(bounded * 10000) / 10000);
      range.setAttribute("aria-valuetext", change(bounded));
    };
    range.addEventListener("input", () => set(Number(range.value)));
    field.addEventListener("change", () => set(Docket.isNumber(field.valueAsNumber) ? field.valueAsNumber : current));
    const control = el(
      "div",
      { class: "threshold" },
      el("label", { for: "threshold" }, "Threshold"),
      range,
      el("label", { for: "threshold-field", class: "hidden" }, "Threshold as a number"),
      field,
      curve ? wanted(curve, set) : null,
    );
    return { control, start: () => set(Math.min(START, highest)) };
  };
}
