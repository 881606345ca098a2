import type { Ran } from "../../bundle/bundle-child.ts";
import type { Boundary, Door } from "./door.ts";
import type { Way } from "./ways.ts";

/** How a bundle is run in a scene. */
export interface Act {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The sources of the checkout. */
  readonly files: Readonly<Record<string, string>>;
  readonly functions: readonly string[];
  /** More of `deploy-functions` in rollout.yml, and its section `build`. */
  readonly more?: string;
  readonly build?: string;
  /** Where its process is ended: at a boundary, or so many ms after it was started; nowhere without it. */
  readonly at?: Boundary | { readonly milliseconds: number } | undefined;
  /** How it is ended there; by SIGKILL, if nobody says. */
  readonly way?: Way;
  /** Instead of an end: what happens there, before the process goes on. */
  readonly meanwhile?: () => Promise<void>;
  /** The run whose job it is; the scene's own, if nobody says. */
  readonly run?: number;
  /** Whether functions and site are asked through the door as well. */
  readonly asks?: true;
}

/** What a process did, what it asked for, what of that was carried out, and the folder in which it left what its job uploads. */
export type Done = Ran &
  Pick<Door, "calls" | "carried"> & {
    readonly temp: string;
    /** Whether it was ended, or met, where it was to be. */
    readonly reached: boolean;
  };
