import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { environments } from "../../cli/environments/environments.ts";
import { apiOf, remoteParts } from "../../cli/environments/place.ts";
import { type EnvironmentsWorld, environmentsWorld } from "../kit/release/environments/world.ts";

const rollout = `targets:
  staging: { gates: none }
  production:
    gates: { migrate: reviewers, deploy-functions: reviewers, deploy-web: reviewers }
    reviewers: [ada, acme/release]
`;

let world: EnvironmentsWorld;
let token: string;
beforeEach(async () => {
  world = await environmentsWorld({ environments: [] });
  token = world.standIn.issueToken({ actions: "read", administration: "write", members: "read" });
});
afterEach(() => world.close());

/** A stream that keeps what was written to it. */
function paper(isTTY: boolean): Writable & { text: string; isTTY: boolean } {
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      (stream as unknown as { text: string }).text += chunk.toString("utf8");
      done();
    },
  });
  return Object.assign(stream, { text: "", isTTY });
}

interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a folder with this rollout.yml; `answer` is typed at a terminal. */
async function run(args: readonly string[], { file = rollout, answer = "", env = {} } = {}): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-cli-"));
  await writeFile(join(folder, "rollout.yml"), file);
  const isTTY = answer !== "";
  const [stdout, stderr] = [paper(isTTY), paper(isTTY)];
  const stdin = Object.assign(new PassThrough(), { isTTY });
  if (isTTY) stdin.write(`${answer}\n`);
  const place = { GH_TOKEN: token, GITHUB_REPOSITORY: "acme/app", GITHUB_API_URL: world.standIn.url };
  const terminal = { stdin, stdout, stderr, env: { ...place, ...env }, cwd: () => folder };
  const status = await environments(args, terminal as unknown as Parameters<typeof environments>[1]);
  return { status, out: stdout.text, err: stderr.text };
}

const writes = (): number => world.standIn.requests.filter(({ method }) => method !== "GET").length;

test("the difference comes first, then the environments of all targets are made; run again, there is nothing to change", async () => {
  const first = await run(["--yes"]);
  expect(first).toMatchObject({ status: 0, err: "" });
  expect(first.out).toMatch(/^staging:\n {2}staging-migrate +is made\n/);
  expect(first.out).toContain("+ reviewer team release");
  expect(first.out.indexOf("16 of 16 environments differ.")).toBeLessThan(
    first.out.indexOf("made staging-migrate"),
  );
  expect(first.out).toContain("They hold now: GitHub was asked again.");
  const count = writes();
  const second = await run([]);
  expect(second.status).toBe(0);
  expect(second.out).toContain("Nothing to change: 16 of 16 environments are as they should be.");
  expect(writes()).toBe(count);
});

test("--dry-run shows the difference and changes nothing", async () => {
  const { status, out } = await run(["--dry-run", "--target", "production"]);
  expect({ status, writes: writes() }).toEqual({ status: 0, writes: 0 });
  expect(out).toContain("8 of 8 environments differ.");
  expect(out).not.toContain("staging");
});

test("at a terminal a person is asked; anything but y changes nothing", async () => {
  expect(await run([], { answer: "n" })).toMatchObject({ status: 1, err: "" });
  expect(writes()).toBe(0);
  const { status, out } = await run([], { answer: "y" });
  expect(status).toBe(0);
  expect(out).toContain("Make these changes? [y/N]");
  expect(writes()).toBeGreaterThan(0);
});

test("where nobody can be asked, --yes is needed", async () => {
  const { status, err } = await run([]);
  expect({ status, writes: writes() }).toEqual({ status: 64, writes: 0 });
  expect(err).toContain("add --yes");
});

test.each([
  [["--tarjet", "x"], "Unknown option '--tarjet'"],
  [["production"], 'takes options only, not "production"'],
  [["--repository", "x"], '--repository takes OWNER/NAME, not "x"'],
])("%j is wrong usage", async (args, says) => {
  const { status, err } = await run(args);
  expect(status).toBe(64);
  expect(err.split("\n")[0]).toContain(says);
});

test.each([
  [["--target", "prod"], {}, 'PR103: rollout.yml has no target "prod"'],
  [["--reviewers", "zoe"], {}, "zoe is nobody on GitHub"],
  [["--wait-timer", "soon"], {}, "wait-timer: expected a whole number"],
  [[], { file: "a: [" }, "PR101: rollout.yml is not YAML"],
  [[], { file: "migrate: {}\n" }, "PR103: rollout.yml has no targets."],
  [[], { env: { GH_TOKEN: "" } }, "PR104: There is no token"],
  [[], { env: { GH_TOKEN: "wrong" } }, "PR302"],
  [["--config", "none.yml"], {}, "none.yml cannot be read"],
])("%j with %j is refused with what to do, and without a stack", async (args, options, says) => {
  const { status, err } = await run(args, options);
  expect(status).toBe(1);
  expect(err).toContain(says);
  expect(err).not.toMatch(/\n\s+at /);
  expect(err).not.toContain(token);
  expect(writes()).toBe(0);
});

test.each([
  ["https://github.com/acme/app.git", "github.com", "acme/app"],
  ["https://user:pass@github.com/acme/app", "github.com", "acme/app"],
  ["git@github.com:acme/app.git", "github.com", "acme/app"],
  ["ssh://git@ssh.github.com:443/acme/app.git", "ssh.github.com", "acme/app"],
  ["git@acme.ghe.com:acme/app", "acme.ghe.com", "acme/app"],
])("the remote %s is a repository on %s", (url, host, name) => {
  expect(remoteParts(url)).toEqual({ host, name });
});

test("each kind of server has its API where it has it", () => {
  expect(["github.com", "ssh.github.com", "acme.ghe.com", "git.acme.example"].map(apiOf)).toEqual([
    "https://api.github.com",
    "https://api.github.com",
    "https://api.acme.ghe.com",
    "https://git.acme.example/api/v3",
  ]);
  expect(remoteParts("/srv/git/app")).toBeUndefined();
});
