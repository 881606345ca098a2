import { spec as build } from "../../../actions/build/spec.ts";
import { commandInputs, suiteInputs } from "../../../kit/parts/checks/inputs.ts";
import { auto, installLine } from "../../../kit/parts/checks/install-line.ts";
import { commandLines, lockFileOf, packageManagerOf } from "../../../kit/parts/checks/package-scripts.ts";
import { type Check, type Told, fail, failed, ok, single, warn } from "../check.ts";
import type { Target } from "../target.ts";

/** What `build` and `smoke` take of package.json and the lock file beside it. */
export function packageChecks(target: Target): readonly Check[] {
  const parts = [
    ...(target.has("build") ? [partOfBuild(target)] : []),
    ...(target.has("smoke") ? [partOfSmoke(target)] : []),
  ];
  const install = "Lock file";
  const installs = parts.some((part) => part.install === auto);
  return [
    ...(installs ? [single(target.group, install, async ({ root }) => await tellLock(install, root))] : []),
    ...parts.flatMap(({ section, lines, correct }) => {
      const what = `Commands of ${section}`;
      const ask = async (root: string): Promise<Told> => await tellLines(what, { root, lines, correct });
      return lines.length === 0 ? [] : [single(target.group, what, async ({ root }) => await ask(root))];
    }),
  ];
}

interface Part {
  readonly section: string;
  /** Empty where nothing of the package is run. */
  readonly install: string;
  readonly lines: readonly string[];
  /** Where a wrong line is corrected. */
  readonly correct: string;
}

function partOfBuild(target: Target): Part {
  const { install, command, quality, source } = build.inputs;
  const read = target.section("build", { install, command, quality, source });
  // What the host builds by itself is not built here.
  const lines = [...(read.source === "existing" ? [] : [read.command]), ...read.quality];
  return { section: "build", install: lines.length === 0 ? "" : read.install, lines, correct: "`build`" };
}

function partOfSmoke(target: Target): Part {
  const { install, playwright } = suiteInputs;
  const read = target.section("smoke", { install, playwright, commands: commandInputs.commands });
  const runs = read.commands.length > 0 || read.playwright.length > 0;
  return {
    section: "smoke",
    install: runs ? read.install : "",
    lines: read.commands,
    correct: "`smoke.commands`",
  };
}

async function tellLock(what: string, root: string): Promise<Told> {
  const [manager, line] = [await packageManagerOf(root), await installLine(root, auto)];
  const lock = await lockFileOf(root, manager);
  if (lock !== undefined) return ok(what, `${lock}, installed by ${manager}`);
  const says = `there is none of ${manager}, here or above: a release would install by \`${line}\``;
  const fix = `Commit the lock file that \`${manager} install\` writes; or say by \`install\` what installs, or \`none\`.`;
  // The others are told only by `packageManager`, and not all of them mind.
  return manager === "npm" ? fail(what, says, fix) : warn(what, says, fix);
}

interface Called {
  readonly root: string;
  readonly lines: readonly string[];
  readonly correct: string;
}

async function tellLines(what: string, { root, lines, correct }: Called): Promise<Told> {
  try {
    return ok(what, (await commandLines(root, lines)).join(", "));
  } catch (error) {
    return { ...failed(what, error), fix: `Correct ${correct} in rollout.yml, or add the script.` };
  }
}
