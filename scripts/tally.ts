/** How scenarios came out: the last line to print, and why not all agree, in one line. */
export interface Tally {
  readonly line: string;
  readonly problem: string | undefined;
}

/** Told once a scenario; without a problem both agree in it. */
export type Count = (scenario: string, problem?: string) => void;

/** Has so many scenarios played. What is not counted agrees with nobody; nor does anything where there is none. */
export async function tally(scenarios: number, play: (count: Count) => Promise<void>): Promise<Tally> {
  let agreed = 0;
  const problems: string[] = [];
  const count: Count = (scenario, problem) => {
    if (problem === undefined) agreed += 1;
    else problems.push(`${scenario}: ${oneLine(problem)}`);
  };
  await play(count).catch((error: unknown) => {
    problems.push(said(error));
  });
  if (problems.length === 0 && agreed < Math.max(1, scenarios)) problems.push("not all were played");
  const [first, ...others] = problems;
  const more = others.length === 0 ? "" : `; and ${others.length} more`;
  return {
    line: `${scenarios} scenarios, ${agreed} agree`,
    problem: first === undefined ? undefined : `${first}${more}`,
  };
}

/** What broke, and where: a scenario's own problem says its place itself. */
function said(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  const at = error.stack?.split("\n").find((line) => /^ +at /.test(line)) ?? "";
  return oneLine(`${error.name}: ${error.message}${at.replace(/^ +/, " ")}`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, 400);
}
