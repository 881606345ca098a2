import type { Wanted } from "./options.ts";
import type { Insertion, Scaffold } from "./scaffold.ts";

/** A web host: an adapter all of whose calls are still to be written, a fixture without its stand-in, and its rows. */
export function newHost(wanted: Wanted): Scaffold {
  const { name } = wanted;
  const adapter = `kit/providers/hosts/${name}/${name}.ts`;
  const fixture = `__tests__/support/hosts/${name}.ts`;
  return {
    files: new Map([
      [adapter, adapterFile(wanted)],
      [fixture, fixtureFile(wanted)],
    ]),
    insertions: [...rowsInKit(wanted), ...rowsOutside(wanted)],
    next: [
      `Write the vendor's stand-in in rehearsal/stand-ins/${name}/ (rehearsal/stand-ins/netlify is the smallest), and start it in ${fixture} and in rehearsal/world/web-hosts.ts.`,
      `Write the calls of ${adapter}: inspect, stage and promote first; each can be made again after a cut.`,
      `npm test -- __tests__/kit/providers/hosts/contract.test.ts -t "^${name} " is the contract, and red until then; api-contract.test.ts breaks each call.`,
      "npm run golden keeps what the contract found; npm run generate writes it into docs/hosts.md and the schema.",
      "Name the token's right in kit/providers/hosts/permissions.ts; prove the stand-in by the vendor's own client in conformance/.",
      `Play it, by the dist/ that npm run build makes: npm run build, then npm run rehearse -- --approve all --host ${name}`,
    ],
  };
}

function rowsInKit({ name, camel }: Wanted): readonly Insertion[] {
  const table = "kit/providers/hosts/hosts.ts";
  return [
    { file: "kit/providers/hosts/names.ts", anchor: '"command"] as const', text: `"${name}", ` },
    {
      file: table,
      anchor: 'import { type CommandWorld, commandHost } from "./command/command.ts";',
      text: `import { ${camel}Host } from "./${name}/${name}.ts";\n`,
    },
    {
      file: table,
      anchor: "  command: openCommand,",
      text: `  "${name}": (inputs, world) =>
    ${camel}Host(world, {
      ...inputs,
      ...accountOf(inputs, "<the project's id>"),
      apiUrl: inputs.hostApiUrl ?? "https://api.${name}.example",
    }),\n`,
    },
    {
      file: "kit/providers/hosts/browser-headers.ts",
      anchor: "  command: () => ({}),",
      text: `  "${name}": () => ({}),\n`,
    },
  ];
}

function rowsOutside({ name, camel, pascal }: Wanted): readonly Insertion[] {
  const fixtures = "__tests__/support/hosts/fixtures.ts";
  const missing = `new Error("${name} has no stand-in yet: rehearsal/stand-ins/${name}")`;
  return [
    {
      file: "rehearsal/world/web-hosts.ts",
      anchor: "  command: async ({ files, folder }) => {",
      text: `  "${name}": () => Promise.reject(${missing}),\n`,
    },
    {
      file: "scripts/generate/hosts-page.ts",
      anchor: '  command: {\n    project: "none;',
      text: `  "${name}": { project: "project id", token: "what it must be allowed", note: "What people must know of ${pascal}." },\n`,
    },
    {
      file: fixtures,
      anchor: 'import { netlify } from "./netlify.ts";',
      text: `import { ${camel} } from "./${name}.ts";\n`,
    },
    { file: fixtures, anchor: "command];", text: `${camel}, ` },
  ];
}

const calls = [
  "inspect",
  "said",
  "env",
  "setEnv",
  "filesOf",
  "find",
  "stage",
  "promote",
  "goBack",
  "unpin",
] as const;

function adapterFile({ name, camel, pascal }: Wanted): string {
  return `import type { Runtime } from "../../../action/runtime.ts";
import type { WebInputs } from "../../../parts/web/inputs.ts";
import { jsonApi } from "../../../ports/json-api.ts";
import type { Host } from "../host.ts";

type Kept = "assets" | "autoAssign" | "unpin" | "readyTimeout" | "verifyTimeout" | "pollInterval";

/** How the project is reached, and what a release says of it; times in milliseconds. */
export interface ${pascal}Options extends Pick<WebInputs, Kept> {
  readonly apiUrl: string;
  readonly token: string;
  readonly project: string;
}

type World = Pick<Runtime, "http" | "clock" | "log" | "signal" | "root">;

/** ${pascal} by its REST API. What each call must give, also after a cut: \`../host.ts\`. */
export function ${camel}Host(world: World, { apiUrl, token, project }: ${pascal}Options): Host {
  const api = jsonApi(world, {
    name: "${pascal}",
    baseUrl: apiUrl,
    headers: { authorization: \`Bearer \${token}\`, "user-agent": "prism-rollout" },
    tokenHint: "Pass a token of ${pascal} that may deploy to the project as \`host-token\`.",
  });
  const unwritten = (call: string) => (): Promise<never> =>
    Promise.reject(new Error(\`${name} has no \${call}() yet, for \${project} by \${typeof api}: kit/providers/hosts/${name}/${name}.ts\`));
  return {
${calls.map((call) => `    ${call}: unwritten("${call}"),`).join("\n")}
    probeHeaders: {},
    noWayBack: undefined,
  };
}
`;
}

function fixtureFile({ camel, name, pascal }: Wanted): string {
  return `import type { HostFixture } from "./stage.ts";

/** ${pascal}, by its stand-in, with a site that another tool has deployed and two domains that serve it. */
export const ${camel}: HostFixture = {
  name: "${name}",
  start: () => Promise.reject(new Error("${name} has no stand-in yet: rehearsal/stand-ins/${name}")),
};
`;
}
