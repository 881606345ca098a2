import type { Limits } from "./sequential-test.ts";

export const presetNames = ["strict", "default", "coarse"] as const;

/** What is fine and what is not, in parts per million: the closer the two, the more attempts tell them apart. */
export const presets: Readonly<
  Record<(typeof presetNames)[number], Pick<Limits, "tolerable" | "unacceptable">>
> = {
  strict: { tolerable: 5_000, unacceptable: 50_000 },
  default: { tolerable: 10_000, unacceptable: 100_000 },
  coarse: { tolerable: 10_000, unacceptable: 200_000 },
};
