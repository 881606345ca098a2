import type { Config } from "../config/config.ts";
import { firstOf } from "../errors/first-of.ts";
import { UserError, sentence } from "../errors/user-error.ts";
import type { Input } from "./input.ts";
import { type Inputs, type ValuesOf, camel } from "./spec.ts";

/** `get` gives what `with:` says, an empty text where it says nothing. */
export type GetInput = (name: string) => string;

/**
 * Reads every input as one typed, frozen value: `with:`, then the target, then the section, then the default.
 * @throws {UserError} PR102 (or PR104, when nothing but secrets is missing) naming all that is wrong at once.
 */
export function readInputs<I extends Inputs>(
  section: string,
  inputs: I,
  get: GetInput,
  config: Config,
): ValuesOf<I> {
  const issues: string[] = [...config.issues];
  const missing: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(inputs)) {
    const found = read(name, input, get, config, section);
    if ("value" in found) values[camel(name)] = found.value;
    else if (found.missingSecret) missing.push(name);
    else issues.push(found.issue);
  }
  if (issues.length === 0 && missing.length === 0) return Object.freeze(values) as ValuesOf<I>;
  const secrets = missing.map((name) => `with: ${name}: this secret is required, but empty`);
  const all = [...issues, ...secrets];
  throw new UserError(
    issues.length === 0 ? "PR104" : "PR102",
    all.length === 1
      ? sentence(firstOf(all)[0] ?? "")
      : `${all.length} inputs are wrong:\n${firstOf(all)
          .map((line) => `  - ${line}`)
          .join("\n")}`,
    issues.length === 0
      ? "Set the secret for this environment and pass it on: a called workflow gets only what its caller maps by name."
      : "Mend each line above; nothing was done.",
  );
}

type Found = { readonly value: unknown } | { readonly issue: string; readonly missingSecret: boolean };

function read(name: string, input: Input<unknown>, get: GetInput, config: Config, section: string): Found {
  const given = get(name);
  if (given.trim() !== "") {
    const parsed = input.parse(given);
    if ("value" in parsed) return parsed;
    if (parsed.inside !== undefined)
      return issue(
        parsed.inside.map(({ steps, says }) => `with: ${[name, ...steps].join(".")}: ${says}`).join("; "),
      );
    const got = input.secret ? "something else" : JSON.stringify(given.slice(0, 60));
    return issue(`with: ${name}: expected ${parsed.expected}, got ${got}; write ${name}: ${parsed.write}`);
  }
  const placed = input.secret ? undefined : config.lookup(section, name);
  if (placed && placed.raw !== null) {
    const parsed = input.parse(placed.raw, placed.within);
    // What is wrong in the file is in config.issues already, with its place.
    return "value" in parsed ? parsed : { value: undefined };
  }
  if (input.fallback !== undefined) {
    const parsed = input.parse(input.fallback);
    if ("value" in parsed) return parsed;
    throw new Error(`The default of ${section}.${name} does not fit its own declaration.`);
  }
  if (!input.required) return { value: undefined };
  if (input.secret) return { issue: "", missingSecret: true };
  return issue(
    `with: ${name}: required, but given neither under \`with:\` nor as ${section}.${name} in rollout.yml`,
  );
}

function issue(text: string): Found {
  return { issue: text, missingSecret: false };
}
