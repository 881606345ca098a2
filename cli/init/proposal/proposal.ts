import { join } from "node:path";
import { under } from "../repository/open-repository.ts";
import type { Survey } from "../survey/survey.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import type { Wanted } from "../difference/difference.ts";
import { backendSections } from "./backend-sections.ts";
import { callerText, knownCallers, ofTwo, usualCallers } from "./callers.ts";
import { checkSections } from "./check-sections.ts";
import { type Assumed, type Section, assumedOf } from "./entries.ts";
import { type PlacedFill, completedRollout, findingsOf, newRollout, targetsIn } from "./rollout-file.ts";
import { type Secret, secretsOf } from "./secrets.ts";
import { decidedBy, listedIn } from "./decided.ts";
import { targetSections } from "./targets.ts";
import { warningsOf } from "./warnings.ts";
import { buildSection, webSections } from "./web-sections.ts";

/** Everything that init would write and say. */
export interface Proposal {
  readonly targets: readonly string[];
  readonly rollout: string;
  readonly files: readonly Wanted[];
  readonly assumed: readonly Assumed[];
  readonly fills: readonly PlacedFill[];
  /** How many settings the file has, those to fill in among them. */
  readonly settings: number;
  readonly warnings: readonly string[];
  readonly secrets: readonly Secret[];
}

/** What was asked for on the command line. */
export interface Asked {
  readonly targets: readonly string[];
  readonly callers: readonly string[];
}

/**
 * What is to be written for what was found.
 * @throws {UserError} PR105 where there is nothing to release, or a caller that does not exist is asked for.
 */
export async function propose(survey: Survey, asked: Asked): Promise<Proposal> {
  const { repository, stack } = survey;
  const path = under(stack, "rollout.yml");
  const existing = await repository.text(path);
  const targets = targetsFor(asked.targets, existing);
  const sections = [
    buildSection(survey),
    ...backendSections(survey),
    ...webSections(survey),
    ...checkSections(survey),
  ];
  if (survey.web === undefined && survey.migrations === undefined && !survey.functions?.found.length)
    throw nothing(survey);
  const targeted = targetSections(survey, targets, sections);
  const file = rolloutFile(path, existing, sections, targeted);
  const { fills, wrong } =
    file.kept === undefined ? findingsOf(file.text, path, sections, targeted) : { fills: [], wrong: [] };
  const decided = decidedBy(file.text, path, targets.at(-1) ?? "");
  const isNew = existing === undefined;
  return {
    targets,
    rollout: path,
    files: [file, ...(await callers(survey, asked, targets, decided.sections.has("observe")))],
    assumed: isNew
      ? [
          ...sections.flatMap((one) => assumedOf(one)),
          ...targeted.flatMap((one) => assumedOf(one, "targets.")),
        ]
      : [],
    fills,
    settings: settingsIn(file.text),
    warnings: [...wrong, ...file.besides, ...warningsOf(survey)],
    secrets: await secretsOf(decided),
  };
}

/** Those of the command line, else of the file; a file of more than two is released to by its last. */
function targetsFor(asked: readonly string[], existing: string | undefined): readonly string[] {
  if (asked.length > 0) return asked;
  const there = targetsIn(existing ?? "");
  if (there.length === 0) return ["production"];
  if (there.length <= 2) return there;
  return [there.find((name) => name === "production") ?? there.at(-1) ?? "production"];
}

function rolloutFile(
  path: string,
  existing: string | undefined,
  sections: readonly Section[],
  targets: readonly Section[],
): Wanted & { readonly besides: readonly string[] } {
  if (existing === undefined || existing.trim() === "")
    return { path, text: newRollout(sections, targets), besides: [] };
  try {
    const completed = completedRollout(existing, path, sections, targets);
    return {
      path,
      ...completed,
      besides: [...completed.besides, ...unlisted(completed.text, path, sections)],
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      path,
      text: existing,
      kept: error.message.replace(/\.$/, ""),
      besides: [`${error.message} ${error.fix}`],
    };
  }
}

/** Functions of the repository that a file does not release. */
function unlisted(text: string, file: string, sections: readonly Section[]): readonly string[] {
  const found = sections
    .find(({ name }) => name === "deploy-functions")
    ?.entries.find((entry) => "key" in entry && entry.key === "functions");
  const wanted =
    found !== undefined && "value" in found && Array.isArray(found.value) ? found.value.map(String) : [];
  const listed = listedIn(text, file);
  const missing = listed === undefined ? [] : wanted.filter((slug) => !listed.includes(slug));
  return missing.map((slug) => `${file}: the function ${slug} is not among deploy-functions.functions.`);
}

async function callers(
  { repository, stack, origin }: Survey,
  asked: Asked,
  targets: readonly string[],
  observes: boolean,
): Promise<readonly Wanted[]> {
  const known = await knownCallers();
  const names = asked.callers.length > 0 ? asked.callers : usualCallers(targets, observes);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UserError("PR105", `There is no caller ${unknown}.`, `Choose of ${known.join(", ")}.`);
  }
  if (targets.length < 2 && names.includes(ofTwo)) {
    const fix = "Name both in their order: --target staging --target production.";
    throw new UserError("PR103", `The caller ${ofTwo} is for two targets.`, fix);
  }
  return await Promise.all(
    names.map(async (name) => {
      const path = `.github/workflows/${name}.yml`;
      const there = await repository.text(path);
      return { path, text: await callerText(name, { targets, branch: origin.branch, stack }, there) };
    }),
  );
}

/** Keys below a section or a target: lines of the file, as a person counts them. */
function settingsIn(text: string): number {
  return text.split("\n").filter((line) => /^ +[\w-]+:(?: |$)/.test(line)).length;
}

function nothing({ repository: { root, start } }: Survey): UserError {
  return new UserError(
    "PR105",
    `There is nothing to release in ${join(root, start)}: no migrations, no functions, and no package.json with a build.`,
    "Run it in the repository of a Supabase and web project; `supabase init` and `npm create vite` begin one.",
  );
}
