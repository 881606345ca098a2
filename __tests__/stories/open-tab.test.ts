import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { build } from "../../actions/build/build.ts";
import { spec } from "../../actions/build/spec.ts";
import { changeOf, undoWeb } from "../../kit/parts/web/undo-web.ts";
import { startChild } from "../../rehearsal/engines/child.ts";
import { listen } from "../../rehearsal/stand-ins/server.ts";
import { inputsFrom } from "../support/inputs-of.ts";
import { suiteProject } from "../support/suite-project.ts";
import { testWorld } from "../support/test-world.ts";
import { vercelWorld } from "../support/vercel-world.ts";
import { viteProject } from "../support/vite-project.ts";

const chunks = ["first", "second", "third", "fourth"];

/** An app with a button a lazy chunk, which loads itself anew where a chunk is gone, as Vite advises. */
const app = (version: string): Readonly<Record<string, string>> => ({
  "index.html": `<!doctype html><html><head><title>app</title></head><body>
    ${chunks.map((name) => `<button>${name}</button>`).join("")}<p></p>
    <script type="module" src="/main.js"></script></body></html>`,
  "main.js": `document.title = "${version}";
    const chunks = { ${chunks.map((name) => `${name}: () => import("./${name}.js")`).join(", ")} };
    addEventListener("vite:preloadError", (event) => { event.preventDefault(); location.reload(); });
    for (const button of document.querySelectorAll("button"))
      button.onclick = async () => {
        const chunk = await chunks[button.textContent]();
        if (chunk) document.querySelector("p").textContent = chunk.text;
      };`,
  ...Object.fromEntries(chunks.map((name) => [`${name}.js`, `export const text = "${name} of ${version}";`])),
});

/** What a person sees, told by a browser; \`ask\` is how the site changes meanwhile. */
const suite = `import { expect, test } from "@playwright/test";
const change = async (what) => expect((await fetch(process.env.CONTROL + what)).status).toBe(200);
const use = async (tab, chunk, of) => {
  await tab.getByRole("button", { name: chunk }).click();
  await expect(tab.locator("p")).toHaveText(chunk + " of " + of);
};
test("open tabs go on through a deployment, its rollback and the next one", async ({ context }) => {
  await change("/deploy/one");
  const old = await context.newPage();
  await old.goto("/");
  let loads = 0;
  old.on("load", () => (loads += 1));
  await use(old, "first", "one");
  await change("/deploy/two");
  await use(old, "second", "one");
  const withdrawn = await context.newPage();
  await withdrawn.goto("/");
  await use(withdrawn, "first", "two");
  await change("/undo");
  await use(old, "third", "one");
  await use(withdrawn, "first", "two");
  await withdrawn.getByRole("button", { name: "second" }).click();
  await expect(withdrawn).toHaveTitle("one");
  await use(withdrawn, "second", "one");
  await change("/deploy/three");
  await use(old, "fourth", "one");
  expect(loads).toBe(0);
});
`;

let web: Awaited<ReturnType<typeof vercelWorld>>;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  web = await vercelWorld();
  open.push(web.vercel);
});

afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
});

async function artifactOf(version: string): Promise<string> {
  const root = await viteProject(app(version));
  const inputs = inputsFrom(spec.inputs, {
    install: "none",
    command: "node node_modules/vite/bin/vite.js build --logLevel error",
  });
  const world = await testWorld({ root });
  return (await build(inputs, world)).outputs.path ?? "";
}

/** Deploys and goes back when the browser's suite says so. */
async function control(): Promise<string> {
  const last: { receipt?: string } = {};
  const steps: Readonly<Record<string, (version: string) => Promise<unknown>>> = {
    deploy: async (version) => {
      const { world } = await web.deploy({ artifact: await artifactOf(version), unpin: "true" });
      Object.assign(last, { receipt: world.emitted["receipt"] });
    },
    undo: async () => {
      const change = changeOf(JSON.parse(last.receipt ?? "{}") as Parameters<typeof changeOf>[0]);
      const { outcome } = await undoWeb(web.inputs(), change, await testWorld());
      expect(outcome).toBe("reverted");
    },
  };
  const server = createServer((request, response) => {
    const [, step = "", version = ""] = (request.url ?? "").split("/");
    Promise.resolve(steps[step]?.(version)).then(
      () => response.end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const { url, close } = await listen(server);
  open.push({ close });
  return url;
}

test("an old tab uses its lazy chunks through deploy and rollback; one of the withdrawn release loads itself anew", async () => {
  const { world } = await suiteProject({
    "playwright.config.ts": `export default { reporter: "line", timeout: 90000, expect: { timeout: 15000 },
      use: { baseURL: ${JSON.stringify(web.vercel.origin("app.example.com"))} } };`,
    "tab.spec.ts": suite,
  });
  const given = Object.entries(world.env).filter((one): one is [string, string] => one[1] !== undefined);
  const started = startChild({
    command: process.execPath,
    args: ["node_modules/@playwright/test/cli.js", "test"],
    cwd: world.root,
    env: { ...Object.fromEntries(given), CONTROL: await control() },
  });
  const { code } = await started.ended;
  expect([code, started.tail()]).toEqual([0, expect.stringContaining("1 passed")]);
}, 180_000);
