import { record, recordOfLists } from "../../action/input-map.ts";
import { flag, integer, oneOf, optional, secret, text, url } from "../../action/input.ts";
import { supabaseInputs } from "../../action/shared-inputs.ts";
import type { ValuesOf } from "../../action/spec.ts";
import { slugs } from "./declared/slugs.ts";
import { verifyJwtInput } from "./declared/verify-jwt.ts";

/** The inputs of `deploy-functions`, as its spec declares them and as `plan` reads them. */
export const functionsInputs = {
  ...supabaseInputs,
  functions: slugs({
    description: "The Edge Functions of a release, by the names under which they are called.",
  }),
  "functions-directory": text({
    description:
      "Folder with a folder for each function; its `index.ts` (or .js, .tsx, .jsx, .mjs) is the entrypoint.",
    default: "supabase/functions",
  }),
  "verify-jwt": verifyJwtInput(
    "Whether the platform demands a valid JWT before it calls a function: one value for all, or by name. Never inherited from what is live.",
  ),
  "import-map": optional(
    text({
      description:
        "Import map for all functions. Without it: `deno.json` or `deno.jsonc` beside the entrypoint, else `import_map.json` in the functions' folder.",
    }),
  ),
  "static-files": recordOfLists({
    description: "Files that a function reads at run time, by its name: patterns with `*`, `**` and `?`.",
    default: "{}",
  }),
  "size-limit": integer({
    description:
      "How many MB of sources a function may have; Supabase bundles no more than 5 MB on its side.",
    default: "5",
    min: 1,
  }),
  "deno-check": oneOf(["auto", "off"], {
    description:
      "`auto`: where Deno is installed, it checks the types of the changed functions before anything is uploaded.",
    default: "auto",
  }),
  prune: flag({
    description:
      "Whether live functions that the repository has no folder for are removed, as the plan shows; each is kept in the snapshot first.",
    default: "false",
  }),
  command: optional(
    text({
      description:
        "Your own deployment command, run by a shell instead of the API. It may change any function: of all that are declared a snapshot is kept before, and all are checked after.",
    }),
  ),
  "command-env": record({
    description:
      "Environment of `command`; it gets nothing else of the job. `{supabase}` and `{supabase-api-url}` stand for these inputs.",
    default: "{}",
  }),
  "command-token": optional(
    text({ description: "Name of the variable in which `command` gets `supabase-access-token`." }),
  ),
  "functions-url": optional(
    url({
      description: "Where functions are called. Without it `https://<supabase>.supabase.co/functions/v1`.",
    }),
  ),
  "functions-key": optional(
    secret({ description: "Key with which functions are called as a proof: the anon or publishable one." }),
  ),
  "health-request": record({
    description:
      "How each function is called to prove that it serves, by its name: `GET ?health=1 200` (method, path and query, status). " +
      "Without an entry `GET ?health=1` is tried, and any answer of the function itself below 500 counts as reachable.",
    default: "{}",
  }),
  "require-health": flag({
    description:
      "Whether a function that is reachable, but did not answer its health request, fails the phase.",
    default: "false",
  }),
} as const;

export type FunctionsInputs = ValuesOf<typeof functionsInputs>;
