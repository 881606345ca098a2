import type { Runtime } from "../../../action/runtime.ts";
import { findProgram, kindOf } from "../../../ports/find-program.ts";

/** Deno, where this machine has it. */
export async function findDeno(world: Pick<Runtime, "env" | "root" | "exec">): Promise<string | undefined> {
  const kind = kindOf(process);
  return await findProgram("deno", [`@deno/${kind}-glibc/deno`, `@deno/${kind}/deno`], world);
}

/** Deno's own reason where it gives one, else the last line. */
export function lastWords(tail: string): string {
  const lines = tail.split("\n").filter((line) => line.trim() !== "");
  const line =
    lines.findLast((one) => one.startsWith("error: ")) ?? lines.at(-1) ?? "it ended without a word";
  return line.replace(/^error: (Uncaught )?(\(in promise\) )?/, "").slice(0, 200);
}
