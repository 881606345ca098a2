import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { smoke } from "../../actions/smoke/smoke.ts";
import { renderReport } from "../../kit/action/report.ts";
import { childEnv } from "../../kit/ports/exec.ts";
import { readZip } from "../../kit/ports/read-zip.ts";
import { serveLoopback } from "../support/serve-loopback.ts";
import { suiteProject } from "../support/suite-project.ts";

let site: Awaited<ReturnType<typeof serveLoopback>>;
const token = "session-of-this-run-0123456789";
const password = `s3cr"t/pass`;

beforeAll(async () => {
  const page = `<!doctype html><h1>Results</h1><input name="mail"><input type="password" name="word">`;
  site = await serveLoopback((request, response) => {
    if (!request.url?.startsWith("/login")) return response.setHeader("content-type", "text/html").end(page);
    response.setHeader("set-cookie", `sid=${token}; Path=/`).setHeader("content-type", "application/json");
    return response.end(JSON.stringify({ token, echo: password }));
  });
});

afterAll(() => site.close());

const config = `import { defineConfig } from "@playwright/test";
export default defineConfig({ testDir: "e2e", reporter: "line",
  use: { baseURL: process.env["BASE_URL"], trace: "retain-on-failure", screenshot: "only-on-failure" } });
`;

/** Logs in with what is secret, writes it wherever a test can, and fails. */
const suite = (shown: string): string => `import { expect, test } from "@playwright/test";
test("logs in", async ({ page }, info) => {
  const word = process.env["WORD"];
  console.log("the password is", word);
  await page.goto("/?q=" + encodeURIComponent(word));
  await page.fill("[name=mail]", ${shown});
  await page.fill("[name=word]", word);
  await page.evaluate(() => fetch("/login", { method: "POST", body: JSON.stringify({ word: document.querySelector("[name=word]").value }) }));
  await info.attach("note", { body: "seen " + word, contentType: "text/plain" });
  await info.attach("blob", { body: Buffer.from([0, 1, 2]), contentType: "application/octet-stream" });
  await expect(page.locator("h1")).toHaveText("Results of " + word, { timeout: 300 });
});\n`;

async function failing(shown: string) {
  const files = { "playwright.config.ts": config, "e2e/a.spec.ts": suite(shown) };
  const { world, inputs } = await suiteProject(files, { origin: site.url });
  const { report } = await smoke(inputs({ "playwright-accounts": `WORD=${password}` }), world);
  const folder = join(world.temp, "prism-rollout", "smoke");
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
  return { world, report, folder, names: names.sort() };
}

test("what a failing test leaves is kept without secrets, in traces too, and what cannot be scrubbed is told", async () => {
  const { world, report, folder, names } = await failing(`"somebody"`);
  const own = "production/1-a-spec-ts-logs-in";
  expect(names).toEqual([
    "playwright-production.json",
    `${own}/1-note`,
    `${own}/3-screenshot.png`,
    `${own}/4-error-context.md`,
    `${own}/5-trace.zip`,
  ]);
  expect(report.evidence).toContain("in the artifact, without secrets: 1 trace, 1 picture and 2 texts");
  expect(report.evidence).toContain(
    "not in the artifact: 1 file that cannot be scrubbed and 1 file of a trace that cannot be scrubbed",
  );
  const zip = await readFile(join(folder, own, "5-trace.zip"));
  const inside = (readZip(zip) ?? []).map(
    ({ path, content }) => `${path} ${Buffer.from(content()).toString()}`,
  );
  expect(inside.some((text) => text.includes('"name":"set-cookie","value":"***"'))).toBe(true);
  const texts = await Promise.all(
    names.filter((name) => !/png|zip/.test(name)).map((name) => readFile(join(folder, name), "utf8")),
  );
  const all = [...texts, ...inside, renderReport("Smoke", report), ...world.log.lines].join("\n");
  for (const form of [password, JSON.stringify(password).slice(1, -1), "s3cr%22t", "s3cr", token])
    expect(all).not.toContain(form);
  expect(await readFile(join(folder, own, "1-note"), "utf8")).toBe("seen ***");
  const play = async (...words: readonly string[]): Promise<string> => {
    const cli = join(world.root, "node_modules", "@playwright", "test", "cli.js");
    const options = { cwd: world.root, env: childEnv(world.env), quiet: true, limit: 20_000 };
    return (await world.exec(process.execPath, [cli, "trace", ...words], options)).tail;
  };
  await play("open", join(folder, own, "5-trace.zip"));
  expect(await play("actions")).toMatch(/Fill "\*\*\*"/);
}, 40_000);

test("a picture of a page that shows a secret is not kept, in a trace neither", async () => {
  const { report, names, folder } = await failing("word");
  expect(names.filter((name) => name.endsWith(".png"))).toEqual([]);
  expect(report.evidence).toContainEqual(
    expect.stringMatching(
      /^not in the artifact: 1 picture that may show a secret, 1 file that cannot be scrubbed and \d+ files of traces/,
    ),
  );
  const trace = names.find((name) => name.endsWith("trace.zip")) ?? "";
  const paths = (readZip(await readFile(join(folder, trace))) ?? []).map(({ path }) => path);
  expect(paths.filter((path) => /jpe?g$|png$/.test(path))).toEqual([]);
  expect(paths).toContain("1-trace.trace");
}, 40_000);
