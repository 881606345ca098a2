import type { Copy } from "./copy.ts";

/** The least that makes each scaffold what its contract asks for, as somebody would write it. */
export function fillInAll(copy: Copy): void {
  fillInCdn(copy);
  fillInSource(copy);
  fillInHost(copy);
  fillInAction(copy);
  fillInRule(copy);
}

function fillInCdn({ fillIn }: Copy): void {
  const file = "kit/providers/cdns/acme/acme.ts";
  fillIn(
    file,
    /async function purge\([\s\S]*?\n}\n/,
    `async function purge(api: Api, zone: string, { patterns }: PurgeOrder): Promise<readonly string[]> {
  const [paths, prefixes, tags] = (["path", "prefix", "tag"] as const).map((kind) => valuesOf(patterns, kind));
  const json = { paths, prefixes, tags, everything: isEverything(patterns) };
  const answer = await api("POST", \`/zones/\${zone}/purge\`, { json, safe: true });
  refuseError("Acme", answer);
  return [String((answer.json as { id?: unknown }).id)];
}
`,
  );
  fillIn(
    file,
    'import { patternText } from "../pattern.ts";',
    'import { refuseError } from "../answered.ts";\nimport { isEverything, valuesOf } from "../order.ts";',
  );
}

function fillInSource({ fillIn }: Copy): void {
  const file = "kit/providers/logs/counting/counting.ts";
  fillIn(
    file,
    /tally: \(question\) => \{[\s\S]*?\n {4}\},\n/,
    `tally: async (question) => {
      const time = "&from={from}&until={until}";
      const looks = await Promise.all(
        namesOf(question).map((name) => {
          const path = filled(\`/counts?query=\${queryOf(name, question)}\${time}\`, question, counted, encoded);
          return look(world, api, { path, call: {} }, (json) => countFrom((json as { count?: unknown } | null)?.count));
        }),
      );
      const counts = every(looks);
      if (!("value" in counts)) return counts;
      const tally = tallyOf(question, new Map(namesOf(question).map((name, at) => [name, counts.value[at]])));
      return tally instanceof UserError ? { error: tally, wait: 0, final: false } : { value: tally };
    },
`,
  );
  fillIn(file, "{ type SourceWorld, sourceApi }", "{ type SourceWorld, every, look, sourceApi }");
  fillIn(file, "{ namesOf }", "{ countFrom, namesOf, tallyOf }");
  fillIn(
    file,
    "import { type SourceWorld",
    'import { UserError } from "../../../errors/user-error.ts";\n' +
      'import { encoded } from "../../../ports/encoded.ts";\nimport { type SourceWorld',
  );
}

/** A vendor whose API is Netlify's: so it has a stand-in, and what else a new host needs shows. */
function fillInHost({ fillIn }: Copy): void {
  const file = "kit/providers/hosts/hosty/hosty.ts";
  fillIn(
    file,
    /\{ apiUrl, token, project }: HostyOptions\): Host \{[\s\S]*\n}\n/,
    `{ project, ...options }: HostyOptions): Host {
  return netlifyHost(world, { ...options, site: project });
}
`,
  );
  fillIn(
    file,
    /import \{ jsonApi } from .*\nimport type \{ Host } from "\.\.\/host\.ts";\n/,
    'import type { Host } from "../host.ts";\nimport { netlifyHost } from "../netlify/netlify.ts";\n',
  );
  fillIn(
    "__tests__/support/hosts/hosty.ts",
    /start: [\s\S]*\n};/,
    "changed: 4,\n  start: startedNetlify,\n};",
  );
  fillIn(
    "__tests__/support/hosts/hosty.ts",
    "import type",
    'import { startedNetlify } from "./netlify.ts";\nimport type',
  );
  fillIn(
    "rehearsal/world/web-hosts.ts",
    /hosty: \(\) => Promise.*\n/,
    'hosty: async (order) => ({ ...(await hostStarters.netlify(order)), name: "hosty" }),\n',
  );
}

function fillInAction({ fillIn }: Copy): void {
  fillIn(
    "actions/tidy-up/tidy-up.ts",
    / {2}await log\.group\([\s\S]*?\n {2}\);\n/,
    "  await Promise.resolve(log.info(subject));\n",
  );
}

function fillInRule({ fillIn }: Copy): void {
  const file = "kit/judge/checks/check-no-comments.ts";
  fillIn(
    file,
    /\{ known \}: Context\): readonly Hit\[\] \{[\s\S]*\n}\n/,
    `_: Context): readonly Hit[] {
  return [{ rule: "no-comments", thing: value.comment ?? "nothing" }];
}
`,
  );
}
