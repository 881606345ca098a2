/** The parts of the page, top to bottom; then narrow screens, then paper. */
export const layout = `
nav ol { list-style: none; padding: 0; margin: 0 0 1.5rem; }
.release + .release { margin-top: 4rem; padding-top: 2.5rem; border-top: 1px solid var(--line); }
.hero { padding: 1.5rem 1.75rem; background: var(--sheet); border: 1px solid var(--line); border-left: 0.5rem solid var(--tone); border-radius: 4px; }
.good { --tone: var(--good); } .bad { --tone: var(--bad); } .open { --tone: var(--open); } .none { --tone: var(--none); }
.hero h2 { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.6rem; }
.hero h2 .icon { width: 0.9em; height: 0.9em; }
.hero h2 .in { font-size: 1.25rem; font-weight: 400; letter-spacing: 0; color: var(--soft); align-self: end; padding-bottom: 0.15em; }
.hero .id { margin: 0.4rem 0 0; }
.hero .meaning { margin-top: 1rem; }
.hero dl { margin: 0.75rem 0 1rem; max-width: 52rem; }
.hero dl div { display: grid; grid-template-columns: 5rem 1fr; padding: 0.35rem 0; }
.hero dt { color: var(--soft); }
.hero dd { margin: 0; font-weight: 550; }
.hero dd code { font-weight: 550; background: var(--tint); padding: 0.05em 0.3em; border-radius: 3px; }
.hero dd.less { font-weight: 400; }
.contents { margin-top: 1rem; padding-top: 0.75rem; border-top: 1px solid var(--line); font-size: 0.9375rem; }
.contents ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; margin: 0; padding: 0; }
.contents a { display: inline-block; padding-block: 0.2rem; }
.hero .facts { margin-bottom: 0; font-size: 0.875rem; color: var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; overflow-wrap: break-word; }
caption { padding: 0 0 0.6rem; text-align: left; font-size: 0.875rem; color: var(--soft); }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
thead th { font-size: 0.8125rem; font-weight: 500; color: var(--soft); white-space: nowrap; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.timeline th, .timeline .result { white-space: nowrap; }
.timeline td.track, .timeline th.axis { width: 31%; min-width: 10rem; padding-right: 0; }
.timeline td.track { padding-block: 0.45rem 0; vertical-align: top; }
.timeline .gate { padding-left: 1.25rem; padding-right: 0; font-size: 0.8125rem; }
.timeline tr.skipped > * { color: var(--soft); font-weight: 400; }
.key { display: inline-flex; align-items: center; gap: 0.4rem; margin-right: 1.25rem; }
.ticks { position: relative; display: block; height: 1.2em; font-variant-numeric: tabular-nums; }
.ticks span { position: absolute; padding-left: 0.3em; }
.bar { display: block; }
.bar.swatch { flex: none; }
.bar line { stroke: var(--line); }
.bar .work { fill: var(--work); } .bar .work.bad { fill: var(--bad); } .bar .work.open { fill: var(--open); }
.bar .wait { fill: url(#hatch); stroke: var(--soft); stroke-width: 1; }
#hatch .ground { fill: var(--sheet); } #hatch .line { fill: var(--soft); }
.live tbody th { min-width: 11rem; } .live code { font-size: 0.8125rem; }
.live .kind { font-weight: 400; color: var(--soft); }
.live .value { overflow-wrap: anywhere; }
.live .name, .live .settings { display: block; }
.live .settings { font-size: 0.8125rem; color: var(--soft); }
.live tr.same > * { color: var(--soft); font-weight: 400; }
.phase { margin: 0; padding: 1rem 0 1.25rem 1.25rem; border-left: 3px solid var(--tone); }
.phase + .phase, .others { margin-top: 1.25rem; }
.phase.good { border-left-color: var(--line); }
.bill { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; }
.bill p { margin: 0; font-size: 0.875rem; color: var(--soft); }
.phase > p, .phase > ul, .told > p, .told > ul { max-width: 52rem; }
.evidence { list-style: none; padding: 0; }
.evidence li:has(b) { display: grid; grid-template-columns: minmax(5.5rem, max-content) 1fr; column-gap: 0.75rem; }
.evidence li:not(:has(b)) { padding-left: 6.25rem; }
.evidence b { font-variant-numeric: tabular-nums; white-space: nowrap; }
.annotations { list-style: none; padding: 0; }
.annotations li { padding-left: 0.75rem; border-left: 3px solid var(--line); }
.annotations .error { border-color: var(--bad); } .annotations .error b { color: var(--bad); }
.annotations .warning { border-color: var(--open); } .annotations .warning b { color: var(--open); }
.quote { margin: 0.4rem 0 0; background: var(--tint); max-height: none; }
.drawings { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin: 1rem 0; }
figure { flex: 1 1 30rem; max-width: 40rem; margin: 0; }
figcaption { margin-bottom: 0.4rem; font-size: 0.875rem; color: var(--soft); } figcaption b { color: var(--ink); }
figure .rollout-drawing { display: block; width: 100%; --ground: var(--sheet); border: 1px solid var(--line); border-radius: 4px; }
.calls td, .calls th { padding-right: 1.5rem; } .calls { width: auto; } .calls tfoot > tr > * { font-weight: 600; border-bottom: 0; }
.group { margin: 0.9rem 0 0.2rem; font-weight: 600; }
.routes { list-style: none; padding: 0; font-size: 0.875rem; }
.routes li { padding-left: 2.5rem; text-indent: -2.5rem; } .routes b { display: inline-block; min-width: 2rem; text-indent: 0; text-align: right; margin-right: 0.5rem; font-variant-numeric: tabular-nums; }
table.asked { font-size: 0.8125rem; } .asked td, .asked th { padding-right: 1.25rem; } .asked .question { width: 100%; overflow-wrap: anywhere; }
.asked .refused { color: var(--bad); font-weight: 600; } .asked .left-out { color: var(--soft); }
details { margin: 0.6rem 0; }
summary { padding-block: 0.15rem; width: fit-content; cursor: pointer; color: var(--link); font-size: 0.9375rem; }
pre { padding: 0.75rem 1rem; background: var(--tint); border-radius: 4px; white-space: pre-wrap; max-height: 32rem; overflow: auto; }
pre code { font-size: inherit; }
.wide { overflow-x: auto; }
.notes { max-width: 52rem; }
footer { margin-top: 3rem; font-size: 0.875rem; color: var(--soft); }
@media screen and (max-width: 56rem) {
  .narrow { display: inline; color: var(--soft); }
  .timeline thead, .live thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .timeline, .live, .timeline caption, .live caption, .timeline tbody, .live tbody { display: block; }
  .timeline tr, .live tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
  .timeline tr > *, .live tr > * { display: block; width: auto; min-width: 0; padding: 0; border: 0; text-align: left; }
  .timeline th { flex: 1; }
  .timeline td.track { flex: 0 0 100%; padding: 0; }
  .timeline td.gate { flex: 0 0 100%; padding: 0; min-width: 0; }
  .timeline td.gate:empty, .timeline .number:has(.none), .timeline tr.skipped td.track, .timeline tr.skipped .number { display: none; }
  .live tr > * { flex: 0 0 100%; }
  .live .settings { display: inline; padding-left: 0.5rem; }
  .live .narrow { display: inline-block; min-width: 3.5rem; }
  .asked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .asked, .asked tbody { display: block; }
  .asked tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  .asked tr > * { display: block; width: auto; padding: 0; border: 0; text-align: left; } .asked .question { flex: 0 0 100%; order: -1; }
  .live tr.same td.value:not(.after) { display: none; } .live tr.same .after .narrow { display: none; }
}
@media screen and (max-width: 44rem) {
  body { padding: 1rem 1rem 3rem; }
  h2 { font-size: 1.875rem; }
  .hero { padding: 1.1rem 1.1rem 1.1rem 1rem; }
  .hero dl div { display: block; }
  .phase { padding-left: 0.9rem; }
  .evidence li:not(:has(b)) { padding-left: 0; }
  .rollout-drawing text { font-size: 21px; }
}
@media (forced-colors: active) {
  .bar .work { fill: CanvasText; } .bar .wait { stroke: CanvasText; }
}
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --tint: #f2f2f2; --good: #17703f; --bad: #b0261c; --open: #85560a; --none: #646a73; --work: #33608f; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  table { font-size: 9pt; }
  .hero, .bar, pre { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr, .bill, .hero { break-inside: avoid; }
  h3, h4, .bill { break-after: avoid; }
  pre { max-height: none; }
  .contents, .skip, .log, details.asked { display: none; }
  details:not(.log)::details-content { content-visibility: visible; display: block; block-size: auto; }
}
`;
