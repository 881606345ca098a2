import type { Backend } from "../backend.ts";
import type { Config } from "../config.ts";
import { h } from "../dom.ts";
import { type Detail, FACETS, type Facet, type Insight, type Results } from "../results.ts";
import { noticeView } from "./notice.ts";
import { paywallView } from "./paywall.ts";

interface Link {
  readonly sessionId: string;
  readonly token: string | undefined;
}

/** The results behind a private link, or the reason why they are not shown. Without a token nothing is asked. */
export async function resultsView(
  link: Link,
  config: Pick<Config, "paywall">,
  connect: () => Promise<Pick<Backend, "results">>,
): Promise<HTMLElement> {
  if (link.token === undefined) {
    return noticeView(
      "This link is incomplete",
      "The part after “?t=” is missing. Open the whole link that you were given.",
    );
  }
  if (config.paywall) return paywallView();
  const backend = await connect();
  const state = await backend.results({ id: link.sessionId, token: link.token });
  switch (state.kind) {
    case "ready":
      return report(state.results);
    case "unauthorized":
      return noticeView(
        "You cannot open these results",
        "This link is not valid. Check that it was copied whole.",
      );
    case "unfinished":
      return noticeView(
        "Not finished yet",
        "This assessment has not been completed, so there is nothing to show.",
      );
    case "unavailable":
      return noticeView("Your results could not be loaded", "They are safe. Please try again in a minute.");
  }
}

function report(results: Results): HTMLElement {
  const { attemptNo, completedAt, resultsVersion, style, facets, detail, insights } = results;
  const facts = [
    `Attempt ${attemptNo}`,
    ...(completedAt ? [new Date(completedAt).toLocaleDateString("en", { dateStyle: "long" })] : []),
    `Results ${resultsVersion}`,
  ];
  return h(
    "article",
    { class: "results" },
    h(
      "header",
      { class: "hero" },
      h("p", { class: "eyebrow" }, "Your style"),
      h("h1", {}, style),
      spectrum(facets),
    ),
    section("facets", "Five facets", ...FACETS.map((facet) => bar(facet, facets[facet]))),
    ...(insights.length > 0 ? [section("insights", "What this means", ...insights.map(card))] : []),
    ...(detail ? [section("detail", "How the scores came about", ...explanation(detail))] : []),
    h("p", { class: "small" }, facts.join(" · ")),
  );
}

function section(name: string, title: string, ...children: readonly HTMLElement[]): HTMLElement {
  const heading = h("h2", { id: name }, title);
  return h("section", { class: name, "aria-labelledby": name }, heading, ...children);
}

/** The five scores as one band of light: the higher the score, the wider its colour. */
function spectrum(facets: Results["facets"]): HTMLElement {
  const parts = FACETS.map((facet) => {
    const part = h("span", { class: facet });
    part.style.flexGrow = String(Math.max(facets[facet], 4));
    return part;
  });
  return h("div", { class: "spectrum", "aria-hidden": "true" }, ...parts);
}

function bar(facet: Facet, score: number): HTMLElement {
  const fill = h("span", { class: facet });
  fill.style.width = `${score}%`;
  return h(
    "div",
    { class: "facet" },
    h("span", { class: "name" }, nameOf(facet)),
    h("span", { class: "track", "aria-hidden": "true" }, fill),
    h("span", { class: "score" }, String(Math.round(score))),
  );
}

function card(insight: Insight): HTMLElement {
  return h(
    "div",
    { class: `card ${insight.facet}` },
    h("p", { class: "eyebrow" }, nameOf(insight.facet)),
    h("h3", {}, insight.headline),
    h("p", {}, insight.body),
  );
}

function explanation(detail: Detail): HTMLElement[] {
  const row = (facet: Facet) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, nameOf(facet)),
      ...[detail.scale, detail.choice, detail.agreement].map((points) => h("td", {}, shown(points[facet]))),
    );
  const head = ["Facet", "Statements", "Pairs", "Agreement"].map((name) => h("th", { scope: "col" }, name));
  return [
    h(
      "p",
      {},
      `Each facet is seven tenths statements, three tenths pairs. Your answers agree with each other to ${shown(detail.confidence)}%.`,
    ),
    h("table", {}, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...FACETS.map(row))),
  ];
}

function shown(points: number | undefined): string {
  return points === undefined ? "–" : String(Math.round(points));
}

function nameOf(facet: Facet): string {
  return facet.charAt(0).toUpperCase() + facet.slice(1);
}
