import { expect, test } from "@jest/globals";
import { inspectWanted } from "../../../../../kit/parts/functions/declared/inspect-wanted.ts";
import { folderWith } from "../../../../rehearsal/own/stage.ts";

/** The digest of a function that is made of these files. */
async function digestOf(files: Readonly<Record<string, string>>): Promise<string | null | undefined> {
  const own = Object.entries(files).map(([path, text]) => [`supabase/functions/${path}`, text] as const);
  const root = folderWith(Object.fromEntries(own));
  const declared = {
    functions: ["greet"],
    functionsDirectory: "supabase/functions",
    verifyJwt: true,
    importMap: undefined,
    staticFiles: {},
  };
  const [wanted] = await inspectWanted(declared, { root, env: { GITHUB_WORKSPACE: root } });
  return wanted?.state.digest;
}

const importing = (specifier: string) => ({
  "greet/index.ts": `import { encodeHex } from "${specifier}";\nDeno.serve(() => new Response(encodeHex("a")));\n`,
});
const mapped = (specifier: string, name: string) => ({
  ...importing("hex"),
  [`greet/${name}`]: JSON.stringify({ imports: { hex: specifier } }),
});

test.each([
  ["jsr:@std/encoding@1.0.5/hex", "jsr:@std/encoding@1.0.6/hex"],
  ["https://deno.land/std@0.224.0/encoding/hex.ts", "https://deno.land/std@0.223.0/encoding/hex.ts"],
  ["npm:hex@1.0.0", "npm:hex@1.0.1"],
])(
  "what is fetched is in the digest by what its import says, in the source and in a map: %s",
  async (one, other) => {
    expect(await digestOf(importing(one))).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf(importing(one))).toBe(await digestOf(importing(one)));
    expect(await digestOf(importing(other))).not.toBe(await digestOf(importing(one)));
    expect(await digestOf(mapped(one, "deno.json"))).not.toBe(await digestOf(mapped(other, "deno.json")));
  },
);
