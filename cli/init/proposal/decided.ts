import { isScalar } from "../../../kit/action/input.ts";
import { parseConfig } from "../../../kit/config/config.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { specs } from "../../../scripts/specs.ts";
import type { Decided } from "./secrets.ts";

/** What rollout.yml decides for a target, defaults included; of a file that cannot be read nothing. */
export function decidedBy(text: string, file: string, target: string): Decided {
  try {
    const config = parseConfig(text, file, target, specs);
    const value = (key: string): string | undefined => {
      const owners = specs.filter(
        ({ name, inputs }) => config.sections.includes(name) && Object.hasOwn(inputs, key),
      );
      const all = owners.map(({ name }) => config.lookup(name, key)?.raw);
      // What waits for a person is not decided, and no default decides it.
      if (all.includes(null)) return undefined;
      const raw = all.find((one) => one !== undefined) ?? owners[0]?.inputs[key]?.fallback;
      return isScalar(raw) ? String(raw) : undefined;
    };
    return { sections: new Set(config.sections), value };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { sections: new Set(), value: () => undefined };
  }
}

/** The functions that the file itself names; undefined where it names none. */
export function listedIn(text: string, file: string): readonly string[] | undefined {
  const raw = parseConfig(text, file, "", specs).lookup("deploy-functions", "functions")?.raw;
  return Array.isArray(raw) ? raw.map(String) : undefined;
}
