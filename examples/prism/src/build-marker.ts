/** The marker that the release stamped into this page, or "development" for a build that nobody released. */
export function buildMarker(page: Pick<Document, "querySelector">): string {
  return page.querySelector('meta[name="rollout-build"]')?.getAttribute("content") || "development";
}
