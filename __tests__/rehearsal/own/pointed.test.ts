import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { parseConfig } from "../../../kit/config/config.ts";
import { pointed } from "../../../rehearsal/own/pointed.ts";
import { specs } from "../../../scripts/specs.ts";

const real = "qwertyuiopasdfghjklz";
const text = `build: { command: npm run build, build-env: { VITE_SUPABASE_URL: "https://${real}.supabase.co" } }\r
deploy-functions: { functions: [hello], verify-jwt: true, command: "supabase functions deploy", command-token: T }\r
deploy-web: { host: command, command: ./deploy.sh, undo-command: ./back.sh, host-origins: [a.example.com] }\r
smoke: { commands: [test], playwright-env: { API: "https://{supabase}.supabase.co/rest/v1" } }\r
observe: { log-source: loki, log-url: "https://loki.example.com", events: { done: [id] } }\r
targets:\r
  production:\r
    supabase: ${real}\r
    origins: [shop.example.com]\r
    deploy-web: { host-project: prj_real }\r
    observe: { grafana-url: "https://grafana.example.com" }\r
  staging: { supabase: staging }\r
`;

const pointing = {
  target: "production",
  sections: ["build", "deploy-functions", "deploy-web", "smoke", "observe"],
  texts: [
    [`https://${real}.supabase.co`, "http://127.0.0.1:1"],
    ["https://{supabase}.supabase.co", "http://127.0.0.1:1"],
  ] as const,
  values: {
    supabase: "rehearsalrehearsalre",
    origins: ["http://127.0.0.1:2"],
    "purge-cdn": { zone: "z" },
    "deploy-web": { command: "cp", "poll-interval": "100ms" },
  },
  without: ["from"],
};

test("the target leads to the world and nowhere else; what it does not touch stays as it was written", () => {
  const made = pointed(text, pointing);
  const file = parse(made.text) as Record<string, Record<string, unknown>>;
  expect(file["targets"]?.["production"]).toEqual({
    supabase: "rehearsalrehearsalre",
    origins: ["http://127.0.0.1:2"],
    "deploy-web": { command: "cp", "poll-interval": "100ms" },
    observe: {},
  });
  expect(file["deploy-functions"]).toEqual({ functions: ["hello"], "verify-jwt": true });
  expect(file["deploy-web"]).toEqual({ host: "command" });
  expect(file["observe"]).toEqual({ events: { done: ["id"] } });
  expect(file["smoke"]).toEqual({
    commands: ["test"],
    "playwright-env": { API: "http://127.0.0.1:1/rest/v1" },
  });
  expect(made.text).not.toContain(real);
  expect(parseConfig(made.text, "rollout.yml", "production", specs).issues).toEqual([]);
});

test("what was left out and matters is told", () => {
  const { said } = pointed(text, pointing);
  expect(said.map((line) => line.split(":")[0])).toEqual([
    "`host-origins`",
    "`log-source`",
    "`deploy-functions.command` is not run",
    "`deploy-web.command` is not run",
  ]);
});

test("a section that the file has not is not made, so that no phase has work that nobody asked for", () => {
  expect(pointed(text, pointing).text).not.toContain("purge-cdn");
});

test("every input that names an address, an account or a command of the world outside is known here", () => {
  const outside = /(^|-)(url|urls|origins|project|team|zone|nodes|selector|datasource|namespace|folder)$/;
  const ours = new Set(["notify-url", "staged-url", "database-url", "shadow-database-url", "dashboard-url"]);
  const inputs = [...new Set(specs.flatMap((spec) => Object.keys(spec.inputs)))];
  const names = inputs.filter((name) => outside.test(name) && !ours.has(name));
  expect(names.length).toBeGreaterThan(12);
  const values: Record<string, string> = Object.fromEntries(names.map((name) => [name, `real-${name}`]));
  const made = pointed(
    JSON.stringify({ observe: values, targets: { production: { ...values, smoke: values } } }),
    { ...pointing, values: {} },
  );
  expect([...made.text.matchAll(/real-[\w-]+/g)].map(([name]) => name)).toEqual([]);
});
