import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Inputs, ValuesOf } from "../../kit/action/spec.ts";
import { fakeClock } from "./fake-clock.ts";
import { type Platform, functionsPlatform, project, token } from "./functions-platform.ts";
import { inputsFrom } from "./inputs-of.ts";
import { type TestWorld, testWorld } from "./test-world.ts";

/** A small stack: `hello` with a deno.json and a shared module, `world` with the same module. */
export const sources = {
  "supabase/functions/_shared/version.ts": `export const version = "1";\n`,
  "supabase/functions/_shared/unused.ts": `export const unused = 1;\n`,
  "supabase/functions/hello/deno.json": `{ "imports": { "version": "../_shared/version.ts" } }\n`,
  "supabase/functions/hello/index.ts": `import { version } from "version";\nDeno.serve(() => new Response(version));\n`,
  "supabase/functions/world/index.ts": `import { version } from "../_shared/version.ts";\nimport { createClient } from "npm:@supabase/supabase-js@2";\n`,
};

/** A platform, a checkout with `sources`, and the inputs that fit both. */
export interface FunctionsStage<I extends Inputs = Inputs> {
  readonly platform: Platform;
  readonly world: TestWorld;
  readonly inputs: (given?: Readonly<Record<string, string>>) => ValuesOf<I>;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

export async function functionsStage<I extends Inputs>(
  declared: I,
  { lenient = true } = {},
): Promise<FunctionsStage<I>> {
  const platform = await functionsPlatform({ lenient });
  const world = await testWorld({ clock: fakeClock() });
  const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(world.root, path)), { recursive: true });
      await writeFile(join(world.root, path), text);
    }
  };
  const remove = (path: string): Promise<void> => rm(join(world.root, path), { recursive: true });
  await write(sources);
  const common = {
    supabase: project,
    "supabase-access-token": token,
    "supabase-api-url": platform.url,
    "functions-url": `${platform.url}/fn`,
    functions: "hello, world",
    "verify-jwt": "false",
    "deno-check": "off",
  };
  const inputs = (given: Readonly<Record<string, string>> = {}): ValuesOf<I> =>
    inputsFrom(declared, { ...common, ...given });
  return { platform, world, inputs, write, remove };
}
