import type { ErrorCode } from "../../../kit/errors/codes.ts";

/** What the documentation says of an error beside its name, as Markdown. */
export interface Help {
  /** When it comes, and what it has left. */
  readonly when: string;
  /** What to do about it, in the order in which one tries. */
  readonly fix: string;
}

/** A part of the codes; which one is missing the compiler says of `errorHelp`. */
export type SomeHelp = Partial<Record<ErrorCode, Help>>;

/** What stands for a code whose number is kept, though this version never gives it. */
export const neverGiven = "No part of this version gives it; its number is kept.";
