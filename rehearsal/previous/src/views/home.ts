import { h } from "../dom.ts";

export function homeView(): HTMLElement {
  return h(
    "section",
    { class: "home" },
    h("div", { class: "spectrum", "aria-hidden": "true" }),
    h("h1", {}, "How do you work?"),
    h(
      "p",
      { class: "lead" },
      "Fifteen questions about how you go about things, and five facets as the answer.",
    ),
    h(
      "p",
      { class: "actions" },
      h("a", { class: "button", href: "/assessment", "data-link": true }, "Start the assessment"),
    ),
    h("p", { class: "small" }, "No account needed. Only the private link at the end opens your results."),
  );
}
