import type { Wanted } from "./options.ts";
import type { Scaffold } from "./scaffold.ts";

/** A place for saved queries: an adapter that keeps none yet, a fixture without its stand-in, and its rows. */
export function newDashboard(wanted: Wanted): Scaffold {
  const { name, camel } = wanted;
  const adapter = `kit/providers/dashboards/${name}/${name}.ts`;
  const table = "kit/providers/dashboards/open-dashboards.ts";
  const fixtures = "__tests__/support/dashboards/fixtures.ts";
  return {
    files: new Map([[adapter, adapterFile(wanted)]]),
    insertions: [
      { file: "kit/providers/dashboards/names.ts", anchor: '"files", "none"', text: `"${name}", ` },
      {
        file: table,
        anchor: 'import { sqlFiles } from "./files/files.ts";',
        text: `import { ${camel}Boards } from "./${name}/${name}.ts";\n`,
      },
      {
        file: table,
        anchor: "  none: () => undefined,",
        text: `  "${name}": (inputs, world) => ${camel}Boards(world, logsPage(inputs)),\n`,
      },
      {
        file: fixtures,
        anchor: '  {\n    name: "grafana before 12",',
        text: `  {
    name: "${name}",
    start: () => Promise.reject(new Error("${name} has no stand-in yet: rehearsal/stand-ins/${name}")),
    reads: ".*",
    writes: ".*",
    raced: undefined,
  },\n`,
      },
    ],
    next: nextSteps(name, adapter, fixtures),
  };
}

function nextSteps(name: string, adapter: string, fixtures: string): readonly string[] {
  return [
    `Write the vendor's stand-in in rehearsal/stand-ins/${name}/ (rehearsal/stand-ins/grafana is one), and start it in ${fixtures}.`,
    `Write keep() and find() in ${adapter}: ours are told from others' by a mark, and unchanged ones are not written.`,
    "Declare what it needs in kit/parts/observe/dashboard-inputs.ts, hand it over in kit/providers/dashboards/open-dashboards.ts (grafanaAccess does it), and declare its rights in kit/providers/dashboards/permissions.ts.",
    `npm test -- __tests__/kit/providers/dashboards/contract.test.ts -t "^${name} " is the contract, and red until then.`,
    "A token of its own is a secret of the chain: .github/workflows/rollout.yml and scripts/generate/root-action.ts pass it, cli/doctor/secrets.ts and cli/init/proposal/secrets.ts know it, docs/secrets.md tells it.",
    "npm run generate writes the schema and the tables of observe's README; then npm test -- __tests__/contract.",
  ];
}

function adapterFile({ name, camel, pascal }: Wanted): string {
  return `import type { Runtime } from "../../../action/runtime.ts";
import type { Dashboards } from "../dashboards.ts";

/** Boards of ${pascal}; \`logs\` is where logs are read by hand. */
export function ${camel}Boards({ log }: Pick<Runtime, "http" | "clock" | "log" | "signal">, logs: string): Dashboards {
  const unwritten = (call: string): Promise<never> => {
    log.debug(logs);
    return Promise.reject(new Error(\`${name} has no \${call}() yet: kit/providers/dashboards/${name}/${name}.ts\`));
  };
  return {
    called: "a board of ${pascal}",
    keep: () => unwritten("keep"),
    find: () => unwritten("find"),
  };
}
`;
}
