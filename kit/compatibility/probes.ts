import { join } from "node:path";
import type { Runtime } from "../action/runtime.ts";
import { lastWords } from "../parts/functions/deno/find-deno.ts";
import { invoke } from "../parts/functions/invoke.ts";
import { layOut } from "../parts/functions/deno/lay-out.ts";
import type { FunctionSource } from "../parts/functions/declared/source.ts";
import { keptDeno } from "./deno.ts";
import type { Setting, Stage } from "./stage.ts";
import { endingAfter } from "../ports/ending-after.ts";

/** `pass`, `fail` with the reason, or `unknown` where it could not be asked. */
export type Outcome = { readonly is: "pass" } | { readonly is: "fail" | "unknown"; readonly why: string };

/** Something that a client does, asked of a stage. */
export interface Probe {
  readonly name: string;
  ask(stage: Stage, setting: Setting): Promise<Outcome>;
}

/** One journey may take this long. */
const journeyLimit = 30_000;

/** A module that walks through the app as its web does. It exits with 0 if every step went as it should. */
export function journeyProbe(path: string, source: FunctionSource): Probe {
  return {
    name: path,
    async ask(stage, setting) {
      const place = join(
        setting.folder,
        stage.name,
        `journey-${path.replace(/\W+/g, "-")}-${setting.next()}`,
      );
      const laid = await layOut(source, place, setting.modules);
      const journey = keptDeno(setting, laid, [`--allow-net=${stage.host}`], {
        ...setting.env,
        SUPABASE_URL: stage.url,
        SUPABASE_ANON_KEY: stage.anonKey,
        SUPABASE_PUBLISHABLE_KEY: stage.anonKey,
      });
      const limit = endingAfter(journeyLimit, setting.signal);
      const stop = (): void => journey.stop();
      limit.addEventListener("abort", stop, { once: true });
      const { code, tail } = await journey.ended;
      limit.removeEventListener("abort", stop);
      if (setting.signal.aborted) return { is: "unknown", why: "its time was over" };
      if (limit.aborted) return { is: "fail", why: `it took longer than ${journeyLimit / 1000} s` };
      return code === 0 ? { is: "pass" } : { is: "fail", why: lastWords(tail) };
    },
  };
}

type World = Pick<Runtime, "http" | "clock" | "log">;

/** A function, called as its health request says. */
export function healthProbe(slug: string, declared: Readonly<Record<string, string>>, world: World): Probe {
  return {
    name: slug,
    async ask(stage, { signal }) {
      const why = stage.broken.get(slug);
      if (why !== undefined) return { is: "unknown", why: `it does not start: ${why}` };
      const inputs = {
        supabase: "shadow",
        functionsUrl: `${stage.url}/functions/v1`,
        functionsKey: stage.anonKey,
        healthRequest: declared,
      };
      const { level, said } = await invoke(slug, inputs, { ...world, signal }, 1);
      if (level === "untold") return { is: "unknown", why: said.slice(0, 200) };
      return level === "failed" ? { is: "fail", why: said.slice(0, 200) } : { is: "pass" };
    },
  };
}
