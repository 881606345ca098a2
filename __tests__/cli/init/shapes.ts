import { type Files, viteAndSupabase } from "./try-init.ts";

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Web app and Supabase in folders of their own, and a workflow that deploys today. */
export const monorepo: Files = {
  "package.json": json({
    name: "mono",
    packageManager: "pnpm@9.0.0",
    scripts: {
      build: "turbo run build",
      test: "turbo run test",
      typecheck: "turbo run typecheck",
      "deploy:functions": "supabase functions deploy greet --no-verify-jwt",
    },
  }),
  "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
  "apps/web/package.json": json({
    name: "web",
    homepage: "https://app.example.com",
    scripts: { build: "vite build", lint: "eslint ." },
    devDependencies: { vite: "8.0.0", "@playwright/test": "1.65.1" },
  }),
  "apps/web/vite.config.ts": 'export default {\n  build: { outDir: "build/client" },\n};\n',
  "apps/web/vercel.json": "{}",
  "apps/web/.env.production":
    'VITE_SUPABASE_URL=https://abcdefghijklmnopqrst.supabase.co\nVITE_FLAG="true"\nVITE_KEY=s3cr3t-value\n',
  "apps/web/src/App.tsx":
    'const url = import.meta.env.VITE_SUPABASE_URL;\nexport const a = <Route path="/users/:id" />;\n',
  "apps/web/playwright.config.ts":
    'const address = process.env["PLAYWRIGHT_BASE_URL"] ?? "http://localhost:3000";\nexport default { testDir: "./e2e", use: { baseURL: address } };\n',
  "apps/web/e2e/login.spec.ts": "",
  "apps/web/e2e/checkout.spec.ts": "",
  "apps/admin/package.json": json({
    name: "admin",
    scripts: { build: "vite build" },
    devDependencies: { vite: "8.0.0" },
  }),
  ".vercel/project.json": json({ projectId: "prj_abc", orgId: "team_x" }),
  ".gitignore": ".vercel\nsupabase/.temp\n",
  "supabase/.temp/project-ref": "abcdefghijklmnopqrst\n",
  "supabase/config.toml":
    'project_id = "mono"\n\n[functions.greet]\nverify_jwt = true\nstatic_files = ["./functions/greet/*.html"]\n\n[functions.mail]\nimport_map = "./functions/import_map.json"\n',
  "supabase/functions/greet/index.ts": "",
  "supabase/functions/mail/index.ts": "",
  "supabase/functions/Bad.name/index.ts": "",
  "supabase/functions/noentry/readme.md": "",
  "supabase/migrations/0001_first.sql": "select 1;\n",
  "supabase/migrations/0002_second.sql": "select 2;\n",
  ".github/workflows/deploy.yml": `name: deploy
on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      # - run: supabase db push
      - run: supabase db push --linked
      - run: pnpm run deploy:functions
      - uses: amondnet/vercel-action@v25
      - run: |
          curl -X POST "https://api.cloudflare.com/client/v4/zones/5f0c1de4a2b94c7d8e9f001122334455/purge_cache" \\
            -d '{"purge_everything":true}'
`,
};

/** Everything in one folder of a repository that has more. */
const inAFolder: Files = Object.fromEntries(
  Object.entries(viteAndSupabase).map(([path, text]) => [`app/${path}`, text]),
);

const netlify: Files = {
  ...viteAndSupabase,
  "netlify.toml": '[build]\ncommand = "npm run build"\npublish = "public-site"\n',
  ".netlify/state.json": json({ siteId: "5a0c1de4-a2b9-4c7d-8e9f-001122334455" }),
};

const nextOnVercel: Files = {
  "package.json": json({ name: "shop", scripts: { build: "next build" }, dependencies: { next: "15.0.0" } }),
  "yarn.lock": "# yarn lockfile v1\n",
  "vercel.json": "{}",
};

const ownCommand: Files = {
  "package.json": json({
    name: "app",
    scripts: { build: "vite build", "deploy:web": "rsync -a dist/ host:/srv", "undo:web": "ssh host undo" },
    devDependencies: { vite: "8.0.0" },
  }),
  "bun.lock": "{}",
};

const backendOnly: Files = {
  "supabase/migrations/20260101000000_first.sql": "select 1;\n",
  "supabase/functions/greet/index.ts": "",
};

export const shapes: readonly (readonly [string, Files])[] = [
  ["a new Vite and Supabase project", viteAndSupabase],
  ["a monorepo", monorepo],
  ["an app in a folder", inAFolder],
  ["a site on Netlify", netlify],
  ["Next.js on Vercel", nextOnVercel],
  ["a site with a command of its own", ownCommand],
  ["a backend alone", backendOnly],
];
