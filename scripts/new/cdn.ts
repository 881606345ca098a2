import { cdnStandIn } from "./cdn-stand-in.ts";
import type { Wanted } from "./options.ts";
import type { Insertion, Scaffold } from "./scaffold.ts";

/** A CDN: an adapter that purges nothing yet, a stand-in with an API of its own, and its rows. */
export function newCdn(wanted: Wanted): Scaffold {
  const { name } = wanted;
  const adapter = `kit/providers/cdns/${name}/${name}.ts`;
  return {
    files: new Map([[adapter, adapterFile(wanted)], ...cdnStandIn(wanted)]),
    insertions: [...rowsInKit(wanted), ...rowsInRehearsal(wanted), ...rowsInPages(wanted)],
    next: [
      `Let rehearsal/stand-ins/${name} speak the vendor's API, in its words: paths, tokens, limits, refusals; then prove it by the vendor's own client in conformance/.`,
      `Write purge() and says() in ${adapter}; leave out of \`purges\` and \`softens\` what the vendor cannot say exactly.`,
      `npm test -- __tests__/kit/providers/cdns/contract.test.ts -t "^${name} " is the contract, and red until then.`,
      "npm run golden keeps what the contract found; npm run generate writes it into docs/cdns.md and the schema.",
      "Name the token's right in kit/providers/cdns/permissions.ts, and a header of its edge in kit/parts/cdn/edges.ts.",
      `Play it, by the dist/ that npm run build makes: npm run build, then npm run rehearse -- --approve all --cdn ${name}`,
    ],
  };
}

function rowsInKit({ name, pascal }: Wanted): readonly Insertion[] {
  const table = "kit/providers/cdns/cdns.ts";
  return [
    { file: "kit/providers/cdns/names.ts", anchor: '"none"] as const', text: `"${name}", ` },
    {
      file: table,
      anchor: 'import { openHttp } from "./http/http.ts";',
      text: `import { open${pascal} } from "./${name}/${name}.ts";\n`,
    },
    { file: table, anchor: "  none: () => noCdn,", text: `  "${name}": open${pascal},\n` },
  ];
}

function rowsInRehearsal({ name, pascal }: Wanted): readonly Insertion[] {
  const starters = "rehearsal/stand-ins/start-cdn.ts";
  return [
    {
      file: starters,
      anchor: 'import { startHttpCache } from "./http-cache/start.ts";',
      text: `import { start${pascal} } from "./${name}/start.ts";\n`,
    },
    {
      file: starters,
      anchor: "  http: startNodes,",
      text: `  "${name}": async (order) => withApi(order, await start${pascal}({ ...order, state: accountOf(order) })),\n`,
    },
    { file: "rehearsal/world/cdn.ts", anchor: "  fastly: byTag,", text: `  "${name}": {},\n` },
  ];
}

function rowsInPages({ name, pascal }: Wanted): readonly Insertion[] {
  return [
    {
      file: "scripts/generate/cdns-page.ts",
      anchor: '  http: {\n    zone: "none;',
      text: `  "${name}": { zone: "zone id", token: "what it must be allowed", note: "What people must know of ${pascal}." },\n`,
    },
    {
      file: "__tests__/support/cdns/fixtures.ts",
      anchor: '  {\n    name: "http",',
      text: `  {
    name: "${name}",
    calls: { kind: "tag", items: 500, calls: 1 },
    errorInside: { status: 200, json: { error: { message: "no" } } },
    wrongToken: "PR302",
  },\n`,
    },
  ];
}

function adapterFile({ name, pascal }: Wanted): string {
  return `import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import { type Api, jsonApi } from "../../../ports/json-api.ts";
import type { CacheSays, Cdn, CdnWorld, PurgeOrder } from "../cdn.ts";
import { lackOfToken, zoneOf } from "../needs.ts";
import { patternText } from "../pattern.ts";

const tokenHint = "Pass a token of ${pascal} that may purge this zone as \`cdn-token\`.";

/** ${pascal} by its REST API. */
export function open${pascal}(inputs: CdnInputs, world: CdnWorld): Cdn {
  const zone = zoneOf(inputs, "the zone's id");
  const { cdnToken } = inputs;
  const api = jsonApi(world, {
    name: "${pascal}",
    baseUrl: inputs.cdnApiUrl ?? "https://api.${name}.example",
    headers: { authorization: \`Bearer \${cdnToken ?? ""}\`, "user-agent": "prism-rollout" },
    tokenHint,
    attempts: 6,
  });
  return {
    name: "${name}",
    purges: new Set(["path", "prefix", "tag", "everything"]),
    softens: new Set(),
    takesQueries: false,
    lacks: () => lackOfToken(cdnToken, tokenHint),
    purge: (order) => purge(api, zone, order),
    says,
  };
}

${purgeAndSays(name)}`;
}

/** What there is to write for the vendor. */
function purgeAndSays(name: string): string {
  return `/** As few calls as the vendor's limits allow; purging twice must do no harm. Gives the ids of what was accepted. */
async function purge(_api: Api, zone: string, { patterns }: PurgeOrder): Promise<readonly string[]> {
  const what = patterns.map(patternText).slice(0, 3).join(", ");
  throw new Error(\`${name} purges nothing yet, not \${what} of \${zone}: write purge() in kit/providers/cdns/${name}/${name}.ts\`);
}

/** The header by which the edge says whether this was a copy. */
function says(headers: Headers): CacheSays {
  const cache = headers.get("x-cache");
  if (cache === null) return { from: "unknown", said: "no x-cache" };
  return { from: /\\bHIT\\b/i.test(cache) ? "cache" : "origin", said: \`x-cache \${cache}\` };
}
`;
}
