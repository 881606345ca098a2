import type { Section } from "../../../action/fit.ts";
import { plain } from "../../../action/markdown.ts";
import type { Events } from "./events.ts";
import type { Path } from "./path.ts";
import { sayEvents, sayPath } from "./say.ts";

const STEPS = 40;
const HOUR = 3_600_000;

/** Told apart on GitHub's light ground and on its dark one: a diagram's colours do not change with it. */
const [red, green, blue] = ["#e5534b", "#2da44e", "#4493f8"];

/** The test's course as a diagram that GitHub draws in a job summary, with the same in words. */
export function pathSection(path: Path): Section {
  const { unit, most, fail, pass, points } = path;
  const step = most / STEPS;
  const at = Array.from({ length: STEPS + 1 }, (_, index) => index * step);
  const high = at.map((seen) => height(fail, seen / most));
  const low = at.map((seen) => height(pass, seen / most));
  // Behind its end it goes on level: a shorter line would be stretched to the whole width.
  const failed = at.map((seen) => points.filter(([here]) => here <= seen).at(-1)?.[1] ?? 0);
  const top = Math.ceil(Math.max(...high, ...failed) * 1.05);
  const text = diagram(`${red}, ${green}, ${blue}`, [
    `x-axis "${unit}" 0 --> ${most}`,
    `y-axis "failures" ${Math.floor(Math.min(...low))} --> ${top}`,
    `line [${high.map(short).join(", ")}]`,
    `line [${low.map(short).join(", ")}]`,
    `line [${failed.map(short).join(", ")}]`,
  ]);
  const legend = "Red: fails above. Green: passes below. Blue: what was counted, level behind its end.";
  return section("The course of the test", text, `${sayPath(path)} ${legend}`);
}

/** Attempts over time as bars, and the line of those that failed. */
export function eventsSection(events: Events): Section {
  const { slots, edges, since } = events;
  const [unit, size] = (edges.at(-1) ?? 0) - (edges[0] ?? 0) < HOUR ? ["seconds", 1000] : ["minutes", 60_000];
  const at = (edge = since): number => Math.round((edge - since) / size);
  const most = Math.max(1, ...slots.map(({ attempts }) => attempts));
  const text = diagram(`${blue}, ${red}`, [
    `x-axis "${unit} since the release" ${at(edges[0])} --> ${at(edges.at(-1))}`,
    `y-axis "attempts" 0 --> ${most}`,
    `bar [${slots.map(({ attempts }) => attempts).join(", ")}]`,
    `line [${slots.map(({ failed }) => failed).join(", ")}]`,
  ]);
  return section("Attempts over time", text, `${sayEvents(events)} Blue: attempts. Red: those that failed.`);
}

function diagram(palette: string, lines: readonly string[]): string {
  return [
    "```mermaid",
    "---",
    "config:",
    "  xyChart: { width: 640, height: 300 }",
    `  themeVariables: { xyChart: { plotColorPalette: "${palette}" } }`,
    "---",
    "xychart-beta",
    ...lines.map((line) => `  ${line}`),
    "```",
  ].join("\n");
}

function section(title: string, diagramText: string, says: string): Section {
  return { kind: "whole", title, text: `### ${plain(title)}\n\n${diagramText}\n\n${plain(says)}` };
}

function height([at0, atMost]: readonly [number, number], part: number): number {
  return (at0 + (atMost - at0) * part) / 1000;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
