import { h } from "../dom.ts";

/** A page that says one thing: an error, a refusal, a page that is not there. */
export function noticeView(title: string, text: string, ...actions: readonly HTMLElement[]): HTMLElement {
  const message = h("div", { role: "alert" }, h("h1", {}, title), h("p", {}, text));
  const home = h("a", { class: "button quiet", href: "/", "data-link": true }, "Back to the start");
  return h("section", { class: "notice" }, message, h("p", { class: "actions" }, ...actions, home));
}
