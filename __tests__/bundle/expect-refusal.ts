import { expect } from "@jest/globals";
import type { Ran } from "./bundle-child.ts";
import { secrets } from "./stack.ts";

/** One message with its code, and all the words; soon; no stack; no secret. */
export function expectRefusal(ran: Ran, code: string, says: readonly string[], within = 8000): void {
  expect(ran.errors).toHaveLength(1);
  const [error = ""] = ran.errors;
  expect(error).toMatch(new RegExp(`^${code}: `));
  for (const words of says) expect(error).toContain(words);
  expect(error).toContain(`docs/errors.md#${code.toLowerCase()}`);
  expect(error).not.toMatch(/bug in prism-rollout|undefined|\[object|\.\. |\.{2}$/);
  expect(ran.code).toBe(1);
  expect(ran.milliseconds).toBeLessThan(within);
  expect(ran.out).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(ran.out).not.toMatch(/^::debug::/m);
  expectNoSecrets(ran);
}

/** None of the stack's secrets stands anywhere but in the commands that mask them. */
export function expectNoSecrets({ out, summary, outputs }: Ran): void {
  const said = [out, summary, outputs].join("\n");
  expect(Object.values(secrets).filter((one) => said.includes(one))).toEqual([]);
}
