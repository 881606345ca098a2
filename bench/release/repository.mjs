// A repository with as many functions as a bench wants, the same for us and for the Supabase CLI.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const shared = "supabase/functions/_shared/answer.ts";

/** `count` functions of three files each, one of them shared; the first `changed` are another version. */
export function functionsOf(count, changed = 0) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const slug = `fn-${String(index + 1).padStart(3, "0")}`;
      const folder = `supabase/functions/${slug}`;
      const version = index < changed ? "two" : "one";
      const files = {
        [`${folder}/index.ts`]: `import { handle } from "./handler.ts";\n\nDeno.serve(handle);\n`,
        [`${folder}/handler.ts`]: `import { answer } from "../_shared/answer.ts";\n\nexport const handle = (): Response => answer("${slug} ${version}");\n`,
        [shared]: `export const answer = (text: string): Response => new Response(text);\n`,
      };
      return [slug, files];
    }),
  );
}

/** A folder for both contestants; `lay` makes its checkout be these functions, with `rollout.yml`. */
export async function repository() {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-"));
  const app = join(folder, "app");
  await mkdir(join(folder, "home"));
  let count = 0;
  return {
    folder,
    app,
    temp: async () => {
      count += 1;
      const temp = join(folder, `temp-${count}`);
      await mkdir(temp);
      return temp;
    },
    lay: async (functions, sections) => {
      await rm(app, { recursive: true, force: true });
      const parts = Object.keys(functions).map((slug) => `[functions.${slug}]\nverify_jwt = false\n`);
      const files = {
        ...Object.assign({}, ...Object.values(functions)),
        "supabase/config.toml": `project_id = "bench"\n\n${parts.join("\n")}`,
        "rollout.yml": JSON.stringify(sections),
      };
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(app, path)), { recursive: true });
        await writeFile(join(app, path), text);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
