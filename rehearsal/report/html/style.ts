import { layout } from "./style-layout.ts";

/** The page's style sheet. Hatching, shapes and words carry what colours say, too. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f6f6f3; --sheet: #ffffff; --ink: #1b1d21; --soft: #565c66; --line: #d9dad3; --tint: #eeeee9;
  --good: #17703f; --bad: #b0261c; --open: #85560a; --none: #646a73; --work: #33608f; --link: #1d558f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121315; --sheet: #1a1c1f; --ink: #e7e7e2; --soft: #a3a8b0; --line: #34373c; --tint: #25282c;
    --good: #5ccb8c; --bad: #ff8d80; --open: #e6b557; --none: #9aa0a8; --work: #7aa7d6; --link: #8dbcf0;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.75rem 1.5rem 4rem; max-width: 72rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
code, pre {
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em;
}
p, ul, ol, dl, pre { margin: 0.5rem 0; }
ul, ol { padding-left: 1.25rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1 { margin: 0 0 1rem; font-size: 0.9375rem; font-weight: 600; color: var(--soft); }
h2 { margin: 0; font-size: 2.25rem; line-height: 1.15; letter-spacing: -0.02em; }
h3 { margin: 2.75rem 0 0.5rem; font-size: 1.25rem; letter-spacing: -0.01em; }
h4 { margin: 0; font-size: 1.0625rem; }
h5, h6 { margin: 1rem 0 0.25rem; font-size: 0.9375rem; }
.lines { white-space: pre-line; }
.calm, .none { color: var(--soft); }
.narrow { display: none; }
.skip { position: absolute; left: 1rem; top: 0.5rem; padding: 0.5rem 0.9rem; background: var(--ink); color: var(--paper); border-radius: 4px; }
.skip:not(:focus) { width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
main:focus { outline: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.icon {
  width: 1em; height: 1em; vertical-align: -0.125em; flex: none; fill: none; stroke: currentColor;
  stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round;
}
.icon.good { color: var(--good); }
.icon.bad { color: var(--bad); }
.icon.open { color: var(--open); }
.icon.none { color: var(--none); }
${layout}`;
