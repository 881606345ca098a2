import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { commit, folderWith, git, write } from "../rehearsal/own/stage.ts";

const modules = resolve(import.meta.dirname, "../../node_modules");

/** A stack that is not the sample: what is live is its first commit, the second one is to be released. */
export function ownStack(change: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith(first);
  for (const name of ["@playwright/test", "playwright", "playwright-core"]) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(join(modules, name), join(folder, "node_modules", name));
  }
  commit(folder, "the shop");
  write(folder, { ...second, ...change });
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "notes");
  return folder;
}

/** What is live of it. */
export const first = {
  ".gitignore": "node_modules\n",
  "package.json": JSON.stringify({
    type: "module",
    scripts: { build: "node build.mjs", check: "node --check build.mjs" },
  }),
  ".env.production": "VITE_SUPABASE_URL=https://qwertyuiopasdfghjklz.supabase.co\r\n",
  "build.mjs": `import { mkdirSync, writeFileSync } from "node:fs";
mkdirSync("dist", { recursive: true });
const url = process.env.VITE_SUPABASE_URL;
writeFileSync("dist/index.html", \`<!doctype html><html lang="en"><head><title>Shop</title></head><body><ul></ul>
<script>fetch("\${url}/functions/v1/titles").then((a) => a.json()).then((all) => {
  for (const title of all) document.querySelector("ul").append(Object.assign(document.createElement("li"), { textContent: title }));
});</script></body></html>\`);
`,
  "supabase/migrations/20260101000000_orders.sql":
    "create table public.orders (id int primary key, title text not null);\r\ninsert into public.orders values (1, 'First order');\r\n",
  "supabase/functions/titles/index.ts": `const headers = { "access-control-allow-origin": "*" };
export default {
  async fetch(request: Request): Promise<Response> {
    if (new URL(request.url).searchParams.has("health")) return Response.json("well", { headers });
    const key = Deno.env.get("SUPABASE_SERVICE_ROLE_KEY")!;
    const url = \`\${Deno.env.get("SUPABASE_URL")}/rest/v1/orders?select=title\`;
    const rows = await (await fetch(url, { headers: { apikey: key, authorization: \`Bearer \${key}\` } })).json();
    return Response.json(rows.map(({ title }: { title: string }) => title), { headers });
  },
};
`,
  "playwright.config.ts": `export default { testDir: "e2e", use: { baseURL: process.env.BASE_URL } };\n`,
  "e2e/orders.spec.ts": `import { expect, test } from "@playwright/test";
test("orders are shown", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText("First order")).toBeVisible();
});
`,
  "rollout.yml": `migrate: { directory: supabase/migrations }
deploy-functions: { functions: [titles], verify-jwt: false }
deploy-web: { host: netlify }
purge-cdn: { cdn: fastly, paths: ["tag:shop"], routes: ["/"] }
smoke: { commands: [check], playwright: [orders.spec] }
observe: { events: { order.placed: [id] }, attempt-key: [id] }
targets:
  live:
    supabase: qwertyuiopasdfghjklz
    host-project: site
    origins: [shop.example.com]
    zone: service
    gates: { migrate: reviewers, deploy-functions: none, deploy-web: reviewers }
`,
} as const;

const second = {
  "supabase/migrations/20260202000000_notes.sql":
    "create extension if not exists vector with schema extensions;\ncreate table public.notes (id int primary key, about extensions.vector(3));\n",
  "supabase/functions/titles/index.ts": `const secret = Deno.env.get("SHOP_KEY")!.length;\n${first["supabase/functions/titles/index.ts"]}`,
} as const;
