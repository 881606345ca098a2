import { fencesIn, spansIn } from "./markdown.ts";

/** What there is to be called: scripts by name, and what each command of ours says with `--help`. */
export interface Known {
  readonly scripts: ReadonlySet<string>;
  readonly help: ReadonlyMap<string, string>;
  exists(path: string): boolean;
}

/** Programs of others that a page may name, and with which first words; an empty list takes any. */
const others: ReadonlyMap<string, readonly string[]> = new Map([
  ["curl", []],
  ["psql", []],
  ["cd", []],
  ["python3", []],
  ["export", []],
  ["mkdir", []],
  [
    "git",
    [
      "checkout",
      "revert",
      "clone",
      "rev-parse",
      "init",
      "add",
      "commit",
      "diff",
      "log",
      "archive",
      "push",
      "switch",
      "tag",
      "status",
      "remote",
    ],
  ],
  [
    "gh",
    [
      "secret set",
      "workflow run",
      "run rerun",
      "run view",
      "run download",
      "attestation verify",
      "api",
      "variable set",
    ],
  ],
  [
    "supabase",
    [
      "db push",
      "functions deploy",
      "functions delete",
      "functions download",
      "functions list",
      "migration list",
      "migration fetch",
      "migration repair",
      "migration new",
      "secrets set",
      "init",
      "link",
    ],
  ],
  ["vercel", ["rollback", "promote", "build", "deploy", "pull", "link"]],
  ["netlify", ["deploy", "api", "link"]],
  ["deno", ["check", "run"]],
  ["docker", ["run"]],
  ["playwright", ["test", "install"]],
]);

const shell = /^(sh|bash|shell|console)$/;
const begins = /^\s*(npm|npx|node|cd|gh) /;
const npmWords = new Set(["ci", "install", "test", "pack", "create", "init", "exec", "run", "audit", "i"]);

/** The commands of a page that do not exist: in its blocks of shell, and in backticks where they begin with a program. */
export function unknownCommands(page: string, text: string, known: Known): readonly string[] {
  const blocks = fencesIn(text).flatMap(({ language, text: block, line }) =>
    shell.test(language) || (language === "" && begins.test(block))
      ? linesOf(block).map(([at, one]) => ({ line: line + at, text: one }))
      : [],
  );
  const spans = spansIn(text).filter(
    (span) => /^(npm run|npm create|npx prism-rollout|prism-rollout) /.test(span.text) || isOther(span.text),
  );
  const wrong = [
    ...blocks.map((one) => ({ ...one, strict: true })),
    ...spans.map((one) => ({ ...one, strict: false })),
  ];
  return wrong.flatMap(({ line, text: command, strict }) =>
    partsOf(command).flatMap((part) => {
      const why = whyUnknown(part, known, strict);
      return why === undefined ? [] : [`${page}:${line}: ${part}: ${why}`];
    }),
  );
}

/** `supabase db push` in a sentence is a command; `git` or `vercel` alone is a name. */
function isOther(text: string): boolean {
  const [first = "", second] = text.split(" ");
  return ["gh", "supabase", "vercel", "netlify", "playwright"].includes(first) && /^[a-z]/.test(second ?? "");
}

/** The lines of a block by their number in it; one that ends with a backslash is one with the next. */
function linesOf(block: string): readonly (readonly [number, string])[] {
  const lines: [number, string][] = [];
  let open = false;
  for (const [at, raw] of block.split("\n").entries()) {
    const text = raw.replace(/(^|\s)#.*$/, "").trim();
    const last = lines.at(-1);
    if (open && last) last[1] = `${last[1].replace(/\\$/, "")} ${text}`;
    else lines.push([at, text]);
    open = text.endsWith("\\");
  }
  return lines.filter(([, text]) => text !== "");
}

function partsOf(command: string): readonly string[] {
  return command
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => quoted.replaceAll(/[&|;]/g, "_"))
    .split(/\s*(?:&&|\|\||[|;])\s*/)
    .map((part) => part.replace(/^(?:\$ )?(?:[A-Z_]+=\S*\s+)*/, "").trim())
    .filter((part) => part !== "");
}

function whyUnknown(command: string, known: Known, strict: boolean): string | undefined {
  const words = command.split(/\s+/);
  const [first = "", second = ""] = words;
  if (first === "npm") return whyNoScript(words, known);
  if (first === "node") return known.exists(nodeFile(words)) ? undefined : `there is no ${nodeFile(words)}`;
  if (first === "npx" || first === "prism-rollout")
    return whyNotRun(first === "npx" ? words.slice(1) : words, known, strict);
  const taken = others.get(first);
  if (taken === undefined) return strict ? `nobody knows ${first}` : undefined;
  if (taken.length === 0 || taken.some((start) => `${words.slice(1).join(" ")} `.startsWith(`${start} `)))
    return undefined;
  return `${first} ${second} is not among what was looked up`;
}

function whyNoScript(words: readonly string[], known: Known): string | undefined {
  const [, verb = "", name = ""] = words;
  if (!npmWords.has(verb)) return `npm has no ${verb} here`;
  if (verb !== "run") return undefined;
  if (!known.scripts.has(name)) return `there is no script ${name}`;
  return name === "rehearse" ? whyNoOption("rehearse", words, known) : undefined;
}

function whyNotRun(words: readonly string[], known: Known, strict: boolean): string | undefined {
  const rest = words.filter((word, index) => index > 0 || !/^(-y|--yes)$/.test(word));
  const name = (rest[0] ?? "").replace(/@[\w.^~-]+$/, "");
  const command = rest[1] ?? "";
  if (name !== "prism-rollout") return whyUnknown([name, ...rest.slice(1)].join(" "), known, strict);
  if (command === "--help") return undefined;
  if (!known.help.has(command)) return `there is no command ${command}`;
  return whyNoOption(command, rest, known);
}

function whyNoOption(command: string, words: readonly string[], known: Known): string | undefined {
  const help = known.help.get(command) ?? "";
  const options = words.flatMap((word) => /^--[a-z][\w-]*/.exec(word)?.[0] ?? []);
  const wrong = options.find((option) => !new RegExp(`${option}(?![\\w-])`).test(help));
  return wrong === undefined ? undefined : `${command} has no ${wrong}`;
}

function nodeFile(words: readonly string[]): string {
  return words.slice(1).find((word) => !word.startsWith("-")) ?? "";
}
