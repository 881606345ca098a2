import type { Report } from "../../kit/action/report.ts";
import type { CdnProof } from "../../kit/parts/cdn/purge-and-verify.ts";
import { routesLine } from "../../kit/parts/cdn/prove-routes.ts";
import { routeText } from "../../kit/parts/cdn/routes.ts";
import { originsLine } from "../../kit/parts/web/served.ts";
import type { PurgeInputs } from "./spec.ts";

/** What a purge came to, for a person. No proof: there was nothing to purge. */
export function report(inputs: PurgeInputs, marker: string | undefined, proof: CdnProof | undefined): Report {
  if (proof === undefined || marker === undefined) {
    const reason =
      inputs.cdn === "none"
        ? "cdn is none: nothing to purge."
        : "The plan says that nothing is to be purged.";
    return { verdict: "pass", reason, next: "Nothing to do." };
  }
  const facts = { evidence: evidence(inputs, marker, proof), tables: tables(proof) };
  if (proof.verified) {
    const reason = `${inputs.cdn} serves ${marker} on every route.`;
    return { verdict: "pass", reason, next: "Nothing to do.", ...facts };
  }
  const isPass = inputs.onUnverified === "warn";
  return { verdict: isPass ? "pass" : "error", ...unverified(inputs, marker, proof), ...facts };
}

function unverified(
  { cdn, verifyTimeout }: PurgeInputs,
  marker: string,
  { origins, routes, purges, whole }: CdnProof,
): Pick<Report, "reason" | "next"> {
  const behind = origins.find((one) => !one.serves);
  if (behind !== undefined) {
    return {
      reason: `PR452: ${originsLine(origins, marker)} past the CDN: ${behind.origin} ${behind.said}. Nothing was purged.`,
      next: "Deploy the web first; where the CDN's cache ignores queries, write host-origins.",
    };
  }
  const first = routes.find((route) => !route.serves);
  const where = first === undefined ? "" : `: ${routeText(first)} ${first.said}`;
  return {
    reason: `PR452: The purge is not verified after ${verifyTimeout / 1000} s and ${purges} ${purges === 1 ? "purge" : "purges"}. ${routesLine(routes, marker, cdn)}${where}.`,
    next: `${wholeText(whole)} Look at the CDN's rules for these pages, purge by hand and run this job again.`,
  };
}

function wholeText(whole: CdnProof["whole"]): string {
  if (whole?.missing === undefined) return "Nothing was undone, and every route is whole, old or new.";
  return `Nothing was undone, but an old page is not whole: ${whole.missing} does not answer as it should.`;
}

function evidence(
  { cdn, purgeLimit }: PurgeInputs,
  marker: string,
  { origins, before, routes, purges, whole }: CdnProof,
): readonly string[] {
  const old = before.filter((route) => !route.serves).length;
  return [
    ...(routes.length === 0 ? [] : [routesLine(routes, marker, cdn)]),
    `${originsLine(origins, marker)} past the CDN`,
    ...(before.length === 0
      ? []
      : [`${old} of ${before.length} routes served another release before the purge`]),
    ...(whole === undefined
      ? []
      : [`${whole.answered} of ${whole.asked} old pages, scripts and styles are served whole`]),
    `${purges} of at most ${purgeLimit} purges were made`,
  ];
}

function tables({ routes, before }: CdnProof): NonNullable<Report["tables"]> {
  const was = new Map(before.map((route) => [routeText(route), route.said]));
  const rows = routes.map((route) => [
    routeText(route),
    route.pattern,
    was.get(routeText(route)) ?? "",
    `${route.serves ? "" : "NOT YET: "}${route.said}`,
  ]);
  return rows.length === 0
    ? []
    : [{ title: "Routes", columns: ["address", "pattern", "before", "now"], rows }];
}
