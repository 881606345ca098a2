import { readInputs } from "../../kit/action/read-inputs.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import type { Config } from "../../kit/config/config.ts";
import { type Told, notAsked } from "./check.ts";
import { namesOf, secretFor, secretInputs } from "./secrets.ts";

/** One target, as rollout.yml has it and the environment opens it. */
export interface Target {
  /** Empty where the file has no targets. */
  readonly name: string;
  readonly group: string;
  readonly config: Config;
  /** An input by its name: only secrets, which no file has. */
  readonly get: (input: string) => string;
  /** What is said of something that cannot be asked without the secret behind an input. */
  readonly without: (what: string, input: string) => Told;
  readonly section: Runtime["section"];
  readonly has: (section: string) => boolean;
}

export function targetOf(
  name: string,
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
  several: boolean,
): Target {
  const get = (input: string): string => secretFor(input, env, name, several);
  const nameOf = (input: string): string =>
    namesOf(secretInputs.get(input) ?? input, name, several)
      .toReversed()
      .join(" or ");
  return {
    name,
    config,
    get,
    group: name === "" ? "The stack" : `Target ${name}`,
    without: (what, input) => notAsked(what, `set ${nameOf(input)} to ask it`),
    section: (section, inputs) => readInputs(section, inputs, get, { ...config, issues: [] }),
    has: (section) => config.sections.includes(section),
  };
}
