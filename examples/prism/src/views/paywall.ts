import { h } from "../dom.ts";

export function paywallView(): HTMLElement {
  return h(
    "section",
    { class: "notice", "data-testid": "paywall" },
    h("h1", {}, "Your results are ready"),
    h("p", {}, "Unlock the full insights to see your five facets and what they mean."),
    h(
      "p",
      { class: "actions" },
      h("button", { class: "button", type: "button", disabled: true }, "Unlock my results"),
    ),
  );
}
