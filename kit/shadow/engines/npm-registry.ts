import type { Runtime } from "../../action/runtime.ts";
import { childEnv } from "../../ports/exec.ts";

const patience = 20_000;

type World = Pick<Runtime, "exec" | "env" | "temp"> & { readonly signal?: AbortSignal | undefined };

/**
 * The registry that npm on this machine uses: its owner may have one of his own. Undefined where there is no npm, or
 * where it names none.
 */
export async function npmRegistry({ exec, env, temp, signal }: World): Promise<string | undefined> {
  const told =
    env["npm_config_registry"] ?? env["NPM_CONFIG_REGISTRY"] ?? (await asked({ exec, env, temp, signal }));
  return told !== undefined && /^https?:\/\//.test(told) && URL.canParse(told) ? told : undefined;
}

async function asked({ exec, env, temp, signal }: World): Promise<string | undefined> {
  const patient = { limit: patience, ...(signal ? { signal } : {}) };
  const options = { cwd: temp, env: childEnv(env), quiet: true, ...patient };
  const answer = await exec("npm", ["config", "get", "registry"], options).catch(() => undefined);
  return answer?.exitCode === 0 ? answer.tail.trim().split("\n").at(-1) : undefined;
}
