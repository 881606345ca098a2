import type { Wanted } from "./options.ts";
import type { Insertion, Scaffold } from "./scaffold.ts";

/** A log source: an adapter that counts nothing yet, a fixture with a stand-in, and its rows. */
export function newLogSource(wanted: Wanted): Scaffold {
  const { name } = wanted;
  const adapter = `kit/providers/logs/${name}/${name}.ts`;
  const fixture = `__tests__/support/logs/${name}.ts`;
  return {
    files: new Map([
      [adapter, adapterFile(wanted)],
      [fixture, fixtureFile(wanted)],
    ]),
    insertions: [...rowsInKit(wanted), ...rowsInTests(wanted)],
    next: [
      `Let the stand-in in ${fixture} answer as the source does, its refusals and its errors inside a 200 too.`,
      `Write tally() in ${adapter}; \`attributes\` says what tells this release's attempts from others'.`,
      `npm test -- __tests__/kit/providers/logs/contract -t "^${name} " is the contract, and red until then.`,
      "npm run golden keeps what the contract found; npm run generate writes it into docs/sources.md and the schema.",
    ],
  };
}

function rowsInKit({ name, pascal }: Wanted): readonly Insertion[] {
  return [
    { file: "kit/providers/logs/names.ts", anchor: '"http"] as const', text: `"${name}", ` },
    {
      file: "kit/providers/logs/sources.ts",
      anchor: "  http: async ({ inputs, counted }, world) =>",
      text: `  "${name}": async ({ inputs, counted }, world) =>
    (await import("./${name}/${name}.ts")).open${pascal}(inputs, world, counted),\n`,
    },
    {
      file: "kit/providers/logs/needs.ts",
      anchor: "http: wrongHttp }",
      text: `"${name}": wrongQueries, `,
    },
  ];
}

function rowsInTests({ name, camel, pascal }: Wanted): readonly Insertion[] {
  const fixtures = "__tests__/support/logs/fixtures.ts";
  return [
    {
      file: "scripts/generate/sources-page.ts",
      anchor: "  http: {\n    write: ",
      text: `  "${name}": { write: "\`log-url\`, \`log-queries\`", token: "bearer, or \`user:password\`", note: "What people must know of ${pascal}." },\n`,
    },
    {
      file: fixtures,
      anchor: 'import { http } from "./http.ts";',
      text: `import { ${camel} } from "./${name}.ts";\n`,
    },
    { file: fixtures, anchor: "http] as const", text: `${camel}, ` },
  ];
}

function adapterFile({ name, pascal }: Wanted): string {
  return `import type { SourceInputs } from "../../../parts/observe/source-inputs.ts";
import { type SourceWorld, sourceApi } from "../ask.ts";
import type { LogSource, Question } from "../log-source.ts";
import { type Counted, filled } from "../placeholders.ts";
import { namesOf } from "../whole.ts";

const tokenHint = "Pass what ${pascal} takes as \`log-token\`.";

/** ${pascal} is told each count by a query: \`log-queries\` names one for each event. */
export function open${pascal}(inputs: SourceInputs, world: SourceWorld, counted: Counted): LogSource {
  const { logUrl: url = "", logToken: token, logTimeout: timeout, logQueries } = inputs;
  const api = sourceApi(world, { name: "${pascal}", url, token, timeout, tokenHint });
  const queryOf = (name: string, question: Question): string =>
    filled(logQueries[name] ?? "", question, counted);
  return {
    attributes: "time",
    says: ["Attempts are counted as ${pascal} counts them"],
    // Each question by look() of ask.ts, all of them by every(), the counts by tallyOf() of whole.ts.
    tally: (question) => {
      const queries = namesOf(question).map((name) => queryOf(name, question));
      const said = \`\${queries.length} counts by \${typeof api}\`;
      return Promise.reject(new Error(\`${name} counts nothing yet, not \${said}: write tally() in kit/providers/logs/${name}/${name}.ts\`));
    },
    link: () => url,
  };
}
`;
}

function fixtureFile({ camel, name, pascal }: Wanted): string {
  return `import type { StandInRequest, StandInResponse } from "../../../rehearsal/stand-ins/server.ts";
import { answering, isRefused, token } from "./answering.ts";
import type { Happened, SourceFixture } from "./fixture.ts";

/** ${pascal} as it counts distinct attempts: one query, one count. */
export const ${camel}: SourceFixture = {
  name: "${name}",
  distinct: true,
  fields: false,
  latency: "\\ntimed: timed\\nslow: slow",
  attributes: "time",
  errorInside: { status: 200, body: '{"error":"out of order"}' },
  garbage: [
    ["no count", "{}"],
    ["a text", '{"count":"many"}'],
    ["a negative count", '{"count":-1}'],
    ["null", "null"],
  ],
  wrongToken: { "log-token": "another" },
  unknown: (given) => ({ "log-url": \`\${given["log-url"] ?? ""}/nowhere\` }),
  start: async (speaks) => {
    const standIn = await answering(speaks, (request) => answer(request, speaks.happened));
    const given = {
      "log-url": standIn.url,
      "log-token": token,
      "log-queries": "attempts: all\\ndone: done\\nfailure: failed",
      events: "done:",
      failures: "failure",
    };
    return { ...standIn, given };
  },
};

${standIn}`;
}

/** The server's part of the fixture. */
const standIn = `const queries = new Map<string, (one: Happened) => boolean>([
  ["all", () => true],
  ["done", ({ event }) => event === "done"],
  ["failed", ({ event }) => event === "failure"],
  ["timed", ({ ms }) => ms !== undefined],
  ["slow", ({ ms = 0 }) => ms > 2_000],
]);

/** \`GET /counts?query=all&from=…&until=…\` */
function answer(request: StandInRequest, happened: readonly Happened[]): StandInResponse {
  if (request.path !== "/counts") return { status: 404, json: { message: "no such thing" } };
  if (isRefused(request)) return { status: 401, json: { message: "who are you?" } };
  const counts = queries.get(request.query.get("query") ?? "");
  if (counts === undefined) return { status: 400, json: { message: "no such query" } };
  const [from, until] = ["from", "until"].map((name) => Date.parse(request.query.get(name) ?? ""));
  const within = happened.filter(({ at }) => at >= (from ?? 0) && at < (until ?? 0));
  return { status: 200, json: { count: new Set(within.filter(counts).map(({ session }) => session)).size } };
}
`;
