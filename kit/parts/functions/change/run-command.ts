import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import { childEnv } from "../../../ports/exec.ts";
import type { FunctionsInputs } from "../inputs.ts";

type World = Pick<Runtime, "exec" | "env" | "root" | "signal">;
type Inputs = Pick<
  FunctionsInputs,
  "commandEnv" | "commandToken" | "supabase" | "supabaseAccessToken" | "supabaseApiUrl"
>;

/**
 * Runs the user's own deployment by a shell, in the stack's folder, with the declared environment only.
 * @throws {UserError} PR441 when it ends with another status than 0; the signal's reason when the job is to stop.
 */
export async function runCommand(command: string, inputs: Inputs, world: World): Promise<void> {
  const env = childEnv(world.env, commandEnv(inputs));
  const { root: cwd, signal } = world;
  const { exitCode, tail } = await world.exec("sh", ["-c", command], { cwd, env, signal });
  signal.throwIfAborted();
  if (exitCode === 0) return;
  const last = tail.trim().split("\n").at(-1) ?? "";
  throw new UserError(
    "PR441",
    `${command} ended with status ${exitCode}: ${last.slice(0, 300) || "(it printed nothing)"}`,
    "Mend what its output above says. It may have changed some functions before it failed.",
  );
}

function commandEnv(inputs: Inputs): Record<string, string> {
  const { supabase, supabaseAccessToken, supabaseApiUrl, commandToken } = inputs;
  const fill = (text: string): string =>
    text.replaceAll("{supabase}", supabase).replaceAll("{supabase-api-url}", supabaseApiUrl);
  const filled = Object.entries(inputs.commandEnv).map(([name, text]) => [name, fill(text)] as const);
  const token = commandToken === undefined ? [] : [[commandToken, supabaseAccessToken] as const];
  return Object.fromEntries([...filled, ...token]);
}
