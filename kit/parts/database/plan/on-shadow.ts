import type { Runtime } from "../../../action/runtime.ts";
import type { RunnableFunctions } from "../../functions/deno/functions-to-run.ts";
import { together } from "../../../shadow/visitor.ts";
import { type DatabaseInputs, policyFrom } from "../inputs.ts";
import type { Advice } from "./advise.ts";
import { judgeMatrix, withMatrix } from "./say-matrix.ts";
import { type LiveCode, tryLiveCode } from "./try-live-code.ts";
import { type Planned, type Shadowed, withShadow } from "./with-shadow.ts";

type World = Pick<
  Runtime,
  "clock" | "connect" | "context" | "env" | "exec" | "http" | "log" | "root" | "signal" | "temp"
>;

/** Who else has something to look at on the shadow. */
export interface Guests {
  readonly advice: Advice | undefined;
  readonly functions: (() => Promise<RunnableFunctions>) | undefined;
}

/** Replays what is planned, and runs what is live on every state of it. */
export async function onShadow(
  planned: Planned,
  inputs: DatabaseInputs,
  world: World,
  { advice, functions }: Guests,
): Promise<Shadowed> {
  const { parser, pending } = planned;
  const tried =
    pending.length === 0 ? undefined : await tryLiveCode(inputs, pending.length, functions, world);
  const visitor = together([advice?.visitor, tried?.visitor]);
  const shadowed = await shadowThenEnd(tried, () => withShadow(planned, inputs, world, visitor));
  const matrix = tried?.found();
  if (matrix === undefined) return shadowed;
  const found = judgeMatrix(parser, pending, matrix, shadowed.told, policyFrom(inputs));
  return { ...shadowed, part: withMatrix(shadowed.part, matrix), findings: [...shadowed.findings, ...found] };
}

/** What was fetched for the live code is needed no more once the shadow is gone. */
async function shadowThenEnd<T>(tried: LiveCode | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await tried?.end?.();
  }
}
