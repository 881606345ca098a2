import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { specs } from "../../../scripts/specs.ts";
import { root, runBundle } from "../../bundle/bundle-child.ts";
import { jsonText, text } from "../arbitraries.ts";
import { mutatedText } from "../mutate.ts";
import { strangersIn } from "../page-judge.ts";
import { Broken, type Group, reading } from "../reader.ts";

const example = readFileSync(join(root, "examples/prism/rollout.yml"), "utf8");
/** Their limit, and 5 s in which they end; a busy machine. */
const longest = 30_000;

/** What an input has run is the user's own; what these are is asked of nobody. */
const runs = /command|install|journey|playwright|^build$|^smoke$/;
const actions = specs.filter(({ name }) => !runs.test(name));

/** Nobody is asked who is not on this machine, and nobody is waited for as long as a release waits. */
const here = "http://127.0.0.1:1";
const usual: Readonly<Record<string, string>> = {
  "supabase-api-url": here,
  "host-api-url": here,
  "cdn-api-url": here,
  origins: here,
  "time-limit": "15s",
};

function usualFor(action: string): Readonly<Record<string, string>> {
  const { inputs } = actions.find(({ name }) => name === action) ?? { inputs: {} };
  return Object.fromEntries(Object.entries(usual).filter(([name]) => name in inputs));
}

/** An environment holds no NUL, and Linux takes 128 KiB of one variable. */
const given = fc.oneof(text, jsonText).map((all) => all.replaceAll("\0", "").slice(0, 30_000));
const started = fc.constantFrom(...actions).chain(({ name, inputs }) =>
  fc.record({
    action: fc.constant(name),
    file: fc.oneof(
      { weight: 3, arbitrary: mutatedText(fc.constant(example)) },
      { weight: 1, arbitrary: text },
    ),
    inputs: fc.dictionary(fc.constantFrom(...Object.keys(inputs).filter((one) => !runs.test(one))), given, {
      maxKeys: 4,
    }),
    target: fc.constantFrom("", "production"),
  }),
);

/** Commands that an action of ours gives to the runner. */
const known = /^::(add-mask|error|warning|notice|debug|group|endgroup|stop-commands|[0-9a-f-]{36})\b/;

/** The action as it is shipped, with hostile inputs and a hostile file: it ends soon, by a message, and does nothing else. */
async function start({
  action,
  file,
  inputs,
  target,
}: {
  action: string;
  file: string;
  inputs: Record<string, string>;
  target: string;
}): Promise<Broken | undefined> {
  const workspace = mkdtempSync(join(tmpdir(), "bundle-"));
  try {
    writeFileSync(join(workspace, "rollout.yml"), file);
    const env = {
      GITHUB_REPOSITORY: "acme/prism",
      GITHUB_API_URL: "http://127.0.0.1:1",
      GITHUB_RUN_ID: "42",
      GITHUB_EVENT_NAME: "push",
    };
    const ran = await runBundle(action, {
      workspace,
      inputs: { target, ...usualFor(action), ...inputs },
      env,
    });
    const lines = ran.out.split(/\r\n|\n|\r/);
    const obeyed = lines.find((line) => line.trimStart().startsWith("::") && !known.test(line));
    if (obeyed !== undefined) return new Broken(`the runner would obey ${obeyed.slice(0, 80)}`);
    if (ran.code !== 0 && ran.code !== 1) return new Broken(`ended with ${ran.code}: ${ran.out.slice(-400)}`);
    if (/bug in prism-rollout|^\s+at .*:\d+:\d+/m.test(ran.out))
      return new Broken(`is a bug: ${ran.out.slice(-600)}`);
    if (ran.milliseconds > longest) return new Broken(`took ${ran.milliseconds} ms`);
    const beside = readdirSync(workspace).filter((name) => name !== "rollout.yml");
    if (beside.length > 0) return new Broken(`left ${beside.join(", ")}`);
    return ran.summary.length < 20_000 ? strangersIn(ran.summary) : undefined;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

export async function group(): Promise<Group> {
  return {
    readings: [reading({ name: "an action as it is shipped", longest, gives: started, reads: start })],
  };
}
