import { type Found, type Repository, lineAt } from "../repository/open-repository.ts";
import type { Manifest } from "./manifests.ts";

/** What deploys, and what of it. */
const deploys: readonly (readonly [RegExp, string])[] = [
  [/\bsupabase\s+(?:db\s+push|migration\s+up)\b/, "migrations"],
  [/\bsupabase\s+functions\s+deploy\b/, "functions"],
  [
    /\bvercel\s+(?:deploy|promote|--prod)\b|\bvercel\b[^\n]*\s--prod\b|uses:\s*[\w.-]+\/vercel-action@/,
    "the web app",
  ],
  [/\bnetlify(?:-cli)?\s+deploy\b|uses:\s*[\w.-]+\/actions-netlify@/, "the web app"],
  [/\bwrangler\s+pages\s+deploy\b|uses:\s*cloudflare\/pages-action@/, "the web app"],
  [/\/purge_cache\b|\bcloudfront\s+create-invalidation\b|\bfastly\s+purge\b/, "the CDN's cache"],
];

/** `npx supabase@3.1.0 db push`: a version that is named makes it no other command. */
const versions = /\b(supabase|vercel|netlify|netlify-cli|wrangler)@[\w.^~-]+/g;

const longest = 80;

/** A line that deploys by itself. */
export interface Deploying {
  readonly what: string;
  readonly at: string;
  readonly line: string;
}

/** Every line of the repository's workflows and scripts, with its place: what runs commands today. */
export async function commandsOf(
  repository: Repository,
  manifests: readonly Manifest[],
): Promise<readonly Found<string>[]> {
  const workflows = repository.files.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
  const texts = await Promise.all(
    workflows.map(async (path) => [path, await repository.text(path)] as const),
  );
  const lines = texts.flatMap(([path, text = ""]) => linesOf(path, text));
  return [...manifests.flatMap(({ scripts }) => [...scripts.values()]), ...lines];
}

/** The lines of a workflow, one that ends in `\` with what it goes on with; comments are none. */
function linesOf(path: string, text: string): readonly Found<string>[] {
  return [...text.matchAll(/^(?:.*\\\r?\n)*.*$/gm)].flatMap(({ 0: line, index }) =>
    line.trim() === "" || /^\s*#/.test(line)
      ? []
      : [{ value: line.replace(/\\\r?\n\s*/g, " "), at: `${path}:${lineAt(text, index)}` }],
  );
}

/**
 * What would deploy a second time once the suite does: lines of workflows, and scripts that a workflow runs. Scripts
 * that nobody starts by themselves do no harm.
 */
export function deployingTwice(
  commands: readonly Found<string>[],
  manifests: readonly Manifest[],
): readonly Deploying[] {
  const scripts = manifests.flatMap((manifest) => [...manifest.scripts]);
  return commands
    .filter(({ at }) => at.startsWith(".github/"))
    .flatMap(({ value, at }) => {
      const called = /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?([\w:.-]+)/.exec(value)?.[1];
      const script = scripts.find(([name]) => name === called)?.[1];
      const found = deployIn(value);
      const through = found ?? (script && deployIn(script.value));
      if (through === undefined) return [];
      const whole = value.trim().replace(/^-?\s*(?:run:\s*)?/, "");
      const line = whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
      return [{ what: through[1], at, line: found ? line : `${line} (${script?.at})` }];
    });
}

function deployIn(line: string): (typeof deploys)[number] | undefined {
  const plain = line.replace(versions, "$1");
  return deploys.find(([pattern]) => pattern.test(plain));
}
