import type { Input } from "./input.ts";

/** Everything that is declared of an action, once: `action.yml`, README and schema are generated from it. */
export interface Spec {
  /** The folder's name below `actions/`, and the section's name in `rollout.yml`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, Input<unknown>>>;
  readonly outputs: Readonly<Record<string, string>>;
}

type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text;

/** The typed inputs that a spec declares: `verify-jwt` becomes `verifyJwt: boolean`. */
export type InputsOf<S extends Spec> = {
  readonly [Key in keyof S["inputs"] & string as Camel<Key>]: S["inputs"][Key] extends Input<infer Value>
    ? Value
    : never;
};

/** The outputs that a spec declares, every one optional: an output that was not reached is not set. */
export type OutputsOf<S extends Spec> = { readonly [Key in keyof S["outputs"] & string]?: string };

/** Declares an action. Returns it unchanged: the call only infers the types. */
export function defineAction<const S extends Spec>(spec: S): S {
  return spec;
}

/** `verify-jwt` → `verifyJwt`. */
export function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
