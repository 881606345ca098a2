import { broken } from "./project.ts";

/** What a checkout has: files, and the functions that it declares. */
export interface Sources {
  readonly files: Readonly<Record<string, string>>;
  readonly functions: readonly string[];
}

/** Two functions with a module that both use. */
export function two(version: string): Sources {
  return {
    functions: ["hello", "world"],
    files: {
      "supabase/functions/_shared/version.ts": `export const version = "${version}";\n`,
      "supabase/functions/hello/deno.json": `{ "imports": { "version": "../_shared/version.ts" } }\n`,
      "supabase/functions/hello/index.ts": `import { version } from "version";\nDeno.serve(() => new Response(version));\n`,
      "supabase/functions/world/index.ts": `import { version } from "../_shared/version.ts";\nDeno.serve(() => new Response(version));\n`,
    },
  };
}

/** The same with another one beside them, which stays as it is from version to version. */
export function withOne({ files, functions }: Sources, slug: string): Sources {
  const index = `supabase/functions/${slug}/index.ts`;
  return {
    functions: [...functions, slug].sort(),
    files: { ...files, [index]: `Deno.serve(() => new Response("${slug}"));\n` },
  };
}

/** The same, of which the platform refuses to bundle one. */
export function brokenIn({ files, functions }: Sources, slug: string): Sources {
  const index = `supabase/functions/${slug}/index.ts`;
  return { functions, files: { ...files, [index]: `${files[index]}// ${broken}\n` } };
}
