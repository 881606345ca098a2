import { relative } from "node:path";
import { counted } from "../../../kit/action/markdown.ts";
import { suiteInputs } from "../../../kit/parts/checks/inputs.ts";
import { findConfig } from "../../../kit/parts/checks/wrap-config.ts";
import { discoverMigrations } from "../../../kit/parts/database/files/discover-migrations.ts";
import { databaseInputs } from "../../../kit/parts/database/inputs.ts";
import { inspectWanted } from "../../../kit/parts/functions/declared/inspect-wanted.ts";
import { refuseTooLarge } from "../../../kit/parts/functions/declared/size-limit.ts";
import { functionsInputs } from "../../../kit/parts/functions/inputs.ts";
import { type Check, ok, single } from "../check.ts";
import type { Target } from "../target.ts";

/** What rollout.yml says of the repository's own files: whether they are there, and as the phases need them. */
export function fileChecks(target: Target): readonly Check[] {
  return [
    ...(target.has("migrate") ? [migrations(target)] : []),
    ...(target.has("deploy-functions") ? [functions(target)] : []),
    ...playwrightConfig(target),
  ];
}

function migrations(target: Target): Check {
  const what = "Migrations";
  const { directory } = target.section("migrate", { directory: databaseInputs.directory });
  return single(target.group, what, async ({ root }) => {
    const files = await discoverMigrations(root, directory);
    const last = files.at(-1);
    return ok(
      what,
      `${files.length} in ${directory}${last === undefined ? "" : `, the last ${last.version}`}`,
    );
  });
}

function functions(target: Target): Check {
  const what = "Sources of functions";
  return single(target.group, what, async (world) => {
    const inputs = target.section("deploy-functions", sourcesOfFunctions);
    const wanted = await inspectWanted(inputs, world);
    refuseTooLarge(wanted, inputs.sizeLimit);
    const files = wanted.reduce((sum, { source }) => sum + source.files.length, 0);
    return ok(
      what,
      `${wanted.length} of ${wanted.length} are here, ${counted(files, "file")} with all imports`,
    );
  });
}

/** Playwright looks for its own where none is named. */
function playwrightConfig(target: Target): readonly Check[] {
  const what = "Playwright's configuration";
  if (!target.has("smoke")) return [];
  const { playwright, playwrightConfig: named } = target.section("smoke", suites);
  if (playwright.length === 0 || named === undefined) return [];
  return [
    single(target.group, what, async ({ root }) =>
      ok(what, `${relative(root, await findConfig(root, named))} is here`),
    ),
  ];
}

const suites = {
  playwright: suiteInputs.playwright,
  "playwright-config": suiteInputs["playwright-config"],
} as const;

/** What the sources of functions are read by. */
const sourcesOfFunctions = {
  functions: functionsInputs.functions,
  "functions-directory": functionsInputs["functions-directory"],
  "verify-jwt": functionsInputs["verify-jwt"],
  "import-map": functionsInputs["import-map"],
  "static-files": functionsInputs["static-files"],
  "size-limit": functionsInputs["size-limit"],
} as const;
