import { seconds } from "./duration.ts";
import { icon, outcomeLooks } from "./html/icons.ts";
import { linkId } from "./html/link-id.ts";
import { markup, type Markup } from "./html/markup.ts";
import { releaseSection } from "./html/release.ts";
import { style } from "./html/style.ts";
import { outcomeTitles } from "./html/words.ts";
import type { ReleaseReport } from "./model.ts";

/**
 * A page about played releases, in the order given: one file without scripts that loads nothing. All that the
 * reports hold is taken for text, whatever is written in it.
 */
export function htmlReport(reports: readonly ReleaseReport[]): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${titleOf(reports)}</title>
<style>${{ html: style }}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<svg width="0" height="0" aria-hidden="true" class="unseen"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6"/><rect class="line" width="2.2" height="6"/></pattern></defs></svg>
<header><h1>Rehearsal of ${reports.length === 1 ? "a release" : `${reports.length} releases`}</h1>${reports.length > 1 ? contents(reports) : undefined}</header>
<main id="report" tabindex="-1">${reports.map((report, index) => releaseSection(report, index))}</main>
<footer><p>Played by prism-rollout on one machine, against stand-ins: nothing outside it was touched.</p></footer>
</body>
</html>
`;
  return page.html;
}

function titleOf(reports: readonly ReleaseReport[]): string {
  const [first] = reports;
  if (!first || reports.length > 1) return `${reports.length} releases · rehearsal`;
  return `${outcomeTitles[first.outcome]} · ${first.release} · rehearsal`;
}

function contents(reports: readonly ReleaseReport[]): Markup {
  const items = reports.map(
    ({ outcome, release, milliseconds }, index) =>
      markup`<li>${icon(outcomeLooks[outcome])} <a href="#${linkId(index, "release")}">${outcomeTitles[outcome]}</a> <code>${release}</code> in ${seconds(milliseconds)} s</li>`,
  );
  return markup`<nav aria-label="Releases"><ol>${items}</ol></nav>`;
}
