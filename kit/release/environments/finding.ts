import type { Weakness } from "./accept.ts";

/** Something that an environment does not hold. `gate`: the declared pause is not there at all. */
export interface Finding {
  readonly environment: string;
  /** What the environment is there for, in words. */
  readonly purpose: string;
  readonly wrong: string;
  readonly fix: string;
  readonly gate?: true;
  /** The word that says that this is meant; without one it cannot be accepted. */
  readonly weakness?: Weakness;
}

/** One line of the message. */
export function say({ environment, purpose, wrong, fix }: Finding): string {
  return `${environment} (${purpose}) ${wrong}. ${fix}`;
}
