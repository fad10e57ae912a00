"use strict";
// What was run, and what else lies in the folder.
{
  const { el, data } = Docket;
  /** Names that we gave: nothing that leads out of the folder. */
  const PLAIN = /^\w[\w-]*(\.\w+)+$/;

  const fact = (group) =>
    el("section", { class: "fact" }, el("h3", {}, Docket.text(group.name)),
      el("dl", {}, ...(group.entries ?? []).map(([name, value]) => el("div", {}, el("dt", {}, Docket.name(name)), el("dd", {}, Docket.name(value))))));

  const file = ({ name, what }) => {
    const text = Docket.text(name);
    const shown = PLAIN.test(text) ? el("a", { href: `./${text}` }, text) : Docket.name(text);
    return el("li", {}, shown, what ? ` \u2014 ${Docket.text(what)}` : null);
  };

  Docket.section("facts", "Facts", () => Docket.hasRows("facts"),
    "What it takes to run this again: parameters, data, versions, times.",
    () => [el("div", { class: "facts" }, ...data.facts.map(fact))]);

  Docket.section("files", "Files", () => Docket.hasRows("files"),
    "Beside this page, for spreadsheets and scripts.",
    () => [el("ul", { class: "plain" }, ...data.files.map(file))]);
}
