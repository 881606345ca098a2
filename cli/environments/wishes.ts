import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type GetInput, readInputs } from "../../kit/action/read-inputs.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { parseConfig } from "../../kit/config/config.ts";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import type { Request } from "../../kit/release/environments/make/difference.ts";
import { makeInputsOf, ownInputs } from "../../kit/release/environments/make/inputs.ts";
import { bypassIn } from "../../kit/release/environments/settings.ts";
import { specs } from "../../scripts/specs.ts";
import type { EnvironmentsOptions } from "./options.ts";

/**
 * What rollout.yml and the command line ask for, a request a target.
 * @throws {UserError} PR101 to PR103 for the file and the values.
 */
export async function wishesOf(options: EnvironmentsOptions, folder: string): Promise<readonly Request[]> {
  const { config: file, workingDirectory, target, prune, inputs: given } = options;
  const path = resolve(folder, workingDirectory, file);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new UserError("PR101", `${path} cannot be read: ${describe(error)}.`, "Name it by --config.", {
      cause: error,
    });
  });
  const { targets } = parseConfig(text, file, target, specs);
  const all = target === "" ? targets : [target];
  if (all.length === 0)
    throw new UserError("PR103", `${file} has no targets.`, "Declare them under `targets:`.");
  const get: GetInput = (name) => given[name] ?? "";
  return all.map((name) => {
    const config = parseConfig(text, file, name, specs);
    const own = readInputs("environments", ownInputs, get, config);
    const section: Runtime["section"] = (where, declared) =>
      readInputs(where, declared, get, { ...config, issues: [] });
    return { target: name, inputs: makeInputsOf(own, section), bypass: bypassIn(section), prune };
  });
}
