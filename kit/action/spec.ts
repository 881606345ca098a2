import type { Input } from "./input.ts";
import type { Permission } from "./permission.ts";

/** Everything that is declared of an action, once: `action.yml`, README and schema are generated from it. */
export interface Spec {
  /** The folder's name below `actions/`, and the section's name in `rollout.yml`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputs: Inputs;
  /** What its tokens must be allowed, and no more. */
  readonly permissions: readonly Permission[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** Loads the declarations of all actions: only where a `rollout.yml` is to be checked against them. */
export type LoadSpecs = () => Promise<readonly Spec[]>;

type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text;

/** Declared inputs by name. */
export type Inputs = Readonly<Record<string, Input<unknown>>>;

/** The typed values of declared inputs: `verify-jwt` becomes `verifyJwt: boolean`. */
export type ValuesOf<I extends Inputs> = {
  readonly [Key in keyof I & string as Camel<Key>]: I[Key] extends Input<infer Value> ? Value : never;
};

/** The typed inputs that a spec declares. */
export type InputsOf<S extends Spec> = ValuesOf<S["inputs"]>;

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
