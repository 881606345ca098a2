import { expect, test } from "@jest/globals";
import { deployingTwice } from "../../../cli/init/survey/commands.ts";

const found = (value: string): string | undefined =>
  deployingTwice([{ value, at: ".github/workflows/deploy.yml:7" }], [])[0]?.what;

test.each([
  ["- run: npx supabase@3.1.0 db push --remote=abcdefghijklmnopqrst --yes", "migrations"],
  ["- run: supabase db push", "migrations"],
  ["- run: npx supabase@latest functions deploy --use-api", "functions"],
  ["- run: npx vercel@60.1.3 deploy --prod", "the web app"],
  ["- run: npx netlify-cli@^20.0.0 deploy --prod", "the web app"],
  ["- run: npx wrangler@4 pages deploy dist", "the web app"],
])("the line %j deploys %s, whichever version it names", (line, what) => {
  expect(found(line)).toBe(what);
});

test("a line that only looks is none", () => {
  expect(found("- run: npx supabase@3.1.0 migration list")).toBeUndefined();
  expect(found("- run: npx vercel@60.1.3 inspect")).toBeUndefined();
});
