"use strict";
// Documents: what was said, what was answered, and the words that moved the answer.
{
  const { el, data } = Docket;
  const PAGE = 20;
  const LONG = 700;
  const MOST_WORDS = 6;
  /** What is not told as 0.0 %, or as 0.000. */
  const SMALLEST = 0.0005;

  const SIGNS = { for: "Raises the probability of", against: "Lowers the probability of" };

  /** Marks that fit the text, in order, none over another. */
  const marksOf = (document) => {
    let end = 0;
    return [...(document.marks ?? [])]
      .filter(([from, to, weight]) => from >= 0 && to <= document.text.length && from < to && Docket.isNumber(weight))
      .sort((a, b) => a[0] - b[0])
      .filter(([from, to]) => {
        const fits = from >= end;
        end = fits ? to : end;
        return fits;
      });
  };

  const mark = (text, weight, strongest, category) => {
    const side = weight >= 0 ? "for" : "against";
    const strength = Math.max(1, Math.ceil((3 * Math.abs(weight)) / (strongest || 1)));
    return el("mark", { class: `${side} s${strength}`, title: `${SIGNS[side]} ${category}: ${Docket.signed(weight)}` }, text);
  };

  const markedText = (document, marks) => {
    const category = Docket.categoryText(document.predicted);
    const strongest = Math.max(0, ...marks.map(([, , weight]) => Math.abs(weight)));
    const parts = [];
    let end = 0;
    for (const [from, to, weight] of marks) {
      parts.push(document.text.slice(end, from), mark(document.text.slice(from, to), weight, strongest, category));
      end = to;
    }
    parts.push(document.text.slice(end));
    return parts;
  };

  /** The strongest words once more, for those who do not see the marks. */
  const wordsThatMoved = (document, marks) => {
    const listed = (side, sign) => {
      const words = new Map();
      for (const [from, to, weight] of marks.filter(([, , w]) => Math.sign(w) === sign)) {
        const word = document.text.slice(from, to);
        words.set(word, (words.get(word) ?? 0) + weight);
      }
      const strongest = [...words].filter(([, weight]) => Math.abs(weight) >= SMALLEST).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, MOST_WORDS);
      return strongest.length === 0
        ? null
        : el("p", { class: "moved" }, el("b", {}, side), ...strongest.flatMap(([word, weight]) => [
            " ", el("span", { class: "pair" }, Docket.name(word), ` ${Docket.signed(weight)}`)]));
    };
    return [listed("For it:", 1), listed("Against it:", -1)];
  };

  const place = (document) => {
    const parts = [
      document.file ? Docket.name(document.file) : null,
      Docket.isNumber(document.row) ? `row ${Docket.count(document.row)}` : null,
      Docket.isNumber(document.line) ? `line ${Docket.count(document.line)}` : null,
      document.id ? el("span", {}, "id ", Docket.name(document.id)) : null,
    ].filter((part) => part !== null);
    return el("p", { class: "place" }, ...parts.flatMap((part, i) => (i === 0 ? [part] : [" \u00b7 ", part])));
  };

  const verdict = (right) => el("span", { class: right ? "verdict right" : "verdict wrong" }, right ? "\u2713 right" : "\u2717 wrong");

  const answer = (document) =>
    el(
      "p",
      { class: "answer" },
      verdict(document.actual === document.predicted),
      " ",
      Docket.category(document.predicted),
      el("span", { class: "probability" }, ` ${Docket.percent(document.probability)}`),
      document.actual === document.predicted ? null : el("span", { class: "actual" }, " \u2014 labelled ", Docket.category(document.actual)),
    );

  /** What each of several models answered. */
  const answers = (document) =>
    el(
      "div",
      {},
      el("p", { class: "answer" }, "Labelled ", Docket.category(document.actual)),
      el(
        "ul",
        { class: "answers" },
        ...document.answers.map((given, i) =>
          Array.isArray(given)
            ? el("li", {}, verdict(given[0] === document.actual), " ", Docket.name(data.models?.[i]?.name), ": ",
                Docket.category(given[0]), el("span", { class: "probability" }, ` ${Docket.percent(given[1])}`))
            : null,
        ),
      ),
    );

  const others = (document) => {
    const rest = (document.top ?? []).filter(([category, probability]) =>
      category !== document.predicted && (probability >= SMALLEST || category === document.actual));
    return rest.length === 0
      ? null
      : el("p", { class: "others" }, "Next: ", ...rest.flatMap(([category, probability], i) => [
          i === 0 ? "" : ", ", Docket.category(category), ` ${Docket.percent(probability)}`]));
  };

  const body = (document) => {
    const marks = marksOf(document);
    const text = el("p", { class: "text", dir: "auto" }, ...markedText(document, marks));
    const parts = [text];
    if (document.text.length > LONG) {
      text.classList.add("clamped");
      const button = el("button", { type: "button", class: "more", "aria-expanded": "false" }, "Show all of the text");
      button.addEventListener("click", () => {
        const clamped = text.classList.toggle("clamped");
        button.textContent = clamped ? "Show all of the text" : "Show less";
        button.setAttribute("aria-expanded", String(!clamped));
      });
      parts.push(button);
    }
    if (document.more > 0) {
      parts.push(el("p", { class: "place" }, `\u2026 and ${Docket.count(document.more)} more characters, which this page does not carry.`));
    }
    return [...parts, ...wordsThatMoved(document, marks)];
  };

  const card = (index) => {
    const document = { text: "", ...data.documents[index] };
    document.text = Docket.text(document.text);
    return el(
      "li",
      { class: "document", "data-document": index },
      Array.isArray(document.answers) ? answers(document) : answer(document),
      Array.isArray(document.answers) ? null : others(document),
      place(document),
      ...body(document),
    );
  };

  /** What the marks mean. */
  Docket.markLegend = () =>
    el(
      "p",
      { class: "mark-legend" },
      "In the texts: ",
      el("mark", { class: "for s2" }, "solid line"),
      " raises the probability of the predicted category, ",
      el("mark", { class: "against s2" }, "wavy line"),
      " lowers it; the stronger the colour and the line, the more. The number beside a word is how far the probability falls when the word is left out.",
    );

  /** A list of documents by their indices. */
  Docket.documents = (indices) => {
    const known = indices.filter((index) => data.documents?.[index]);
    const list = el("ol", { class: "documents" });
    return el("div", {}, list, Docket.paged(list, known, PAGE, card));
  };
}
