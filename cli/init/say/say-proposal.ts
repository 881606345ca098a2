import type { Difference } from "../difference/difference.ts";
import type { Proposal } from "../proposal/proposal.ts";
import type { Survey } from "../survey/survey.ts";
import type { Paint } from "../../paint.ts";
import { saySecrets } from "./say-secrets.ts";

/** All that a person should read before anything is written, as lines; with `quiet` only what is to be done about it. */
export function sayProposal(
  survey: Survey,
  proposal: Proposal,
  files: readonly Difference[],
  { paint, quiet }: { readonly paint: Paint; readonly quiet: boolean },
): readonly string[] {
  const { fills, settings, assumed, warnings, rollout } = proposal;
  const titled = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ["", paint("bold", title), ...lines.map((line) => `  ${line}`)];
  const shown = quiet ? files.filter(({ state }) => state !== "new") : files;
  const isDone = fills.length === 0 && files.every(({ state }) => state === "same");
  return [
    ...(quiet && isDone ? [] : [paint("bold", headline(proposal, files))]),
    ...shown.flatMap((file) => sayFile(file, rollout, paint)),
    ...titled(
      `For you to fill in: ${fills.length} of ${settings} settings; plan refuses ${rollout} until they have a value`,
      fills.flatMap(({ key, what, line }, index) => [
        `${index + 1} of ${fills.length}  ${paint("yellow", key)}  ${rollout}:${line}`,
        `        ${what}`,
      ]),
    ),
    ...titled(
      `For you to look at: ${assumed.length} settings are assumed`,
      quiet ? [] : assumed.map(({ key, value, why }) => `${key}: ${value}  (${why})`),
    ),
    ...titled(
      "These would deploy a second time: take them away when you switch",
      survey.deploying.map(({ what, at, line }) => `${paint("cyan", at)}  ${what}: ${line}`),
    ),
    ...titled("Before the first release", warnings),
    ...(quiet ? [] : saySecrets(proposal, paint)),
  ];
}

function headline({ fills, settings, targets }: Proposal, files: readonly Difference[]): string {
  const count = (state: Difference["state"]): number => files.filter((file) => file.state === state).length;
  const parts = [
    ...(count("new") > 0 ? [`${count("new")} of ${files.length} files are new`] : []),
    ...(count("differs") > 0 ? [`${count("differs")} of ${files.length} would be overwritten`] : []),
    ...(count("kept") > 0 ? [`${count("kept")} of ${files.length} cannot be written`] : []),
  ];
  const what =
    parts.length === 0
      ? `Nothing to change: ${files.length} of ${files.length} files are as they should be`
      : parts.join(", ");
  const left =
    fills.length === 0
      ? "no setting is left to fill in"
      : `${fills.length} of ${settings} settings are for you to fill in`;
  return `${what}; ${left} (${targets.join(", then ")}).`;
}

function sayFile(
  { path, state, because, lines, text }: Difference,
  rollout: string,
  paint: Paint,
): readonly string[] {
  if (state === "same") return [];
  if (state === "kept") return ["", `${paint("red", "left")}  ${path}: ${because}`];
  if (state === "new") {
    const body =
      path === rollout
        ? text
            .trimEnd()
            .split("\n")
            .map((line) => paint("green", `  + ${line}`))
        : [];
    return [
      ...(body.length === 0 ? [] : [""]),
      `${paint("green", "new")}   ${path} (${text.trimEnd().split("\n").length} lines)`,
      ...body,
      ...(body.length === 0 ? [] : [""]),
    ];
  }
  return ["", `${paint("yellow", "over")}  ${path}`, ...lines.map((line) => `  ${coloured(line, paint)}`)];
}

function coloured(line: string, paint: Paint): string {
  if (line.startsWith("@@")) return paint("cyan", line);
  if (line.startsWith("+")) return paint("green", line);
  return line.startsWith("-") ? paint("red", line) : line;
}
