import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readInputs } from "../../../kit/action/read-inputs.ts";
import { type Config, parseConfig } from "../../../kit/config/config.ts";
import { UserError, describe } from "../../../kit/errors/user-error.ts";
import { specs } from "../../../scripts/specs.ts";
import { type Check, type Told, fail, failed, known, ok } from "../check.ts";
import { type Target, targetOf } from "../target.ts";

/** What rollout.yml comes to: its targets, and what is to be said of it. */
export interface Configuration {
  readonly targets: readonly Target[];
  readonly checks: readonly Check[];
}

interface Asked {
  readonly root: string;
  readonly file: string;
  /** Empty: all. */
  readonly target: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Reads the file and checks all of it. Never throws: a file that cannot be read is something to tell. */
export async function readConfiguration(asked: Asked): Promise<Configuration> {
  const { root, file, target, env } = asked;
  try {
    const text = await textOf(resolve(root, file), file);
    const { targets: names, issues } = parseConfig(text, file, target, specs);
    const wanted = target === "" ? (names.length === 0 ? [""] : names) : [target];
    const several = wanted.length > 1;
    const targets = wanted.map((name) => targetOf(name, parseConfig(text, file, name, specs), env, several));
    const wrong = issues.map((one) => known(file, { ...tellIssue(file, one), code: "PR102" }));
    const read = [
      known(
        file,
        ok(file, names.length === 0 ? "one stack, without targets" : `targets: ${names.join(", ")}`),
      ),
    ];
    return { targets, checks: [...(wrong.length > 0 ? wrong : read), ...targets.flatMap(incomplete)] };
  } catch (error) {
    return { targets: [], checks: [known(file, failed(file, error))] };
  }
}

/** What is expected at a line is its own fix: so it is also what is told first of all that is to be done. */
function tellIssue(file: string, issue: string): Told {
  const [, at, says, write] = /^(.+?:\d+:\d+): (.*); write (.*)$/s.exec(issue) ?? [];
  if (says !== undefined && write !== undefined)
    return fail(file, `${at}: ${says}`, `At ${at} write ${write}`);
  return fail(
    file,
    issue,
    "Correct the line; schemas/rollout.schema.json knows every key, and an editor with it.",
  );
}

async function textOf(path: string, file: string): Promise<string> {
  return await readFile(path, "utf8").catch((error: unknown) => {
    const absent = (error as { readonly code?: string }).code === "ENOENT";
    throw new UserError(
      "PR101",
      absent ? `${path} is not there.` : `${file} cannot be read: ${describe(error)}.`,
      "`npx prism-rollout init` writes one; or name it by --config, and its folder by --working-directory.",
      { cause: error },
    );
  });
}

/** What each section lacks. Secrets are asked for where they are used. */
function incomplete({ group, config, get }: Target): readonly Check[] {
  const lookUp: Config = { ...config, issues: [] };
  return specs
    .filter(({ name }) => config.sections.includes(name))
    .flatMap(({ name, inputs }) => {
      try {
        const given = (input: string): string =>
          get(input) || (inputs[input]?.secret === true ? "set elsewhere" : "");
        readInputs(name, inputs, given, lookUp);
        return [];
      } catch (error) {
        const told = failed(`Section ${name}`, error);
        if (error instanceof UserError && isTold(error.message, config.issues)) return [];
        const fix = "Write it into rollout.yml, for the section or for the target.";
        return [known(group, error instanceof UserError ? { ...told, fix } : told)];
      }
    });
}

/** Whether all that a section lacks is there, and wrong: then the line has been told. */
function isTold(message: string, issues: readonly string[]): boolean {
  const lacking = [...message.matchAll(/with: ([\w-]+): required/g)].map(([, name]) => name);
  return lacking.length > 0 && lacking.every((name) => issues.some((one) => one.includes(`.${name}: `)));
}
