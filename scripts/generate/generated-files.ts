import { join } from "node:path";
import { specs } from "../specs.ts";
import { type Found, cdnsPage } from "./cdns-page.ts";
import { type FoundOfHosts, hostsPage } from "./hosts-page.ts";
import { judgeSchema, refusedSchema, rehearsalSchema, verifySchema } from "./command-schemas.ts";
import { actionYml } from "./action-yml.ts";
import { errorsPage } from "./errors-page.ts";
import { type Kept, proofNames, reliabilityPage } from "./reliability-page.ts";
import { readmeWithBeside } from "./readme-beside.ts";
import { readmeWithTables } from "./readme-tables.ts";
import { type SavedBench, benchNames, performancePage } from "./performance-page.ts";
import { growthSvg } from "./growth-svg.ts";
import { performanceSvg } from "./performance-svg.ts";
import { planSchema } from "./plan-schema.ts";
import { ownWorkflow } from "./own-workflow.ts";
import { rehearseActionYml } from "./rehearse-action.ts";
import { rootActionYml } from "./root-action.ts";
import { rulesPage } from "./rules-page.ts";
import { type FoundOfSources, sourcesPage } from "./sources-page.ts";
import { rolloutSchema } from "./rollout-schema.ts";

/**
 * Every generated file by its path in the repository, as it should be. `read` gives a file's text as it is:
 * the texts of a README outside of the markers are kept.
 */
export function generatedFiles(read: (file: string) => string | undefined): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ["schemas/rollout.schema.json", `${JSON.stringify(rolloutSchema(specs), null, 2)}\n`],
    ["schemas/plan.schema.json", `${JSON.stringify(planSchema(), null, 2)}\n`],
    ["schemas/judge.schema.json", `${JSON.stringify(judgeSchema(), null, 2)}\n`],
    ["schemas/verify.schema.json", `${JSON.stringify(verifySchema(), null, 2)}\n`],
    ["schemas/refused.schema.json", `${JSON.stringify(refusedSchema(), null, 2)}\n`],
    ["schemas/rehearsal.schema.json", `${JSON.stringify(rehearsalSchema(), null, 2)}\n`],
    ["docs/errors.md", errorsPage()],
    ["docs/judge.md", rulesPage()],
    ["action.yml", rootActionYml(specs)],
  ]);
  const { version } = JSON.parse(read("package.json") ?? "{}") as { readonly version?: string };
  if (version !== undefined) files.set("rehearse/action.yml", rehearseActionYml(version));
  const chain = read(".github/workflows/rollout.yml");
  if (chain !== undefined) files.set("examples/workflows/own-workflow.yml", ownWorkflow(chain));
  const cdns = read("__tests__/golden/cdns.json");
  if (cdns !== undefined) files.set("docs/cdns.md", cdnsPage(JSON.parse(cdns) as Found));
  const hosts = read("__tests__/golden/hosts.json");
  if (hosts !== undefined) files.set("docs/hosts.md", hostsPage(JSON.parse(hosts) as FoundOfHosts));
  const sources = read("__tests__/golden/sources.json");
  if (sources !== undefined) files.set("docs/sources.md", sourcesPage(JSON.parse(sources) as FoundOfSources));
  const benches = kept<SavedBench>(read, benchNames, "bench/results");
  files.set("docs/performance.md", performancePage(benches, read("docs/performance.md")));
  files.set("docs/performance.svg", performanceSvg(benches));
  const readme = read("README.md");
  if (readme !== undefined) files.set("README.md", readmeWithBeside(benches, readme));
  const growth = benches.get("growth");
  if (growth !== undefined) files.set("docs/growth.svg", growthSvg(growth));
  files.set("docs/reliability.md", reliabilityPage(kept<Kept>(read, proofNames, "docs/reliability")));
  for (const spec of specs) {
    const page = join("actions", spec.name, "README.md");
    files.set(join("actions", spec.name, "action.yml"), actionYml(spec));
    files.set(page, readmeWithTables(spec, read(page)));
  }
  return files;
}

/** The results that are kept of those that a page tells, each `<folder>/<name>.json`. */
function kept<Result>(
  read: (file: string) => string | undefined,
  names: readonly string[],
  folder: string,
): ReadonlyMap<string, Result> {
  const found = names.map((name) => [name, read(`${folder}/${name}.json`)] as const);
  return new Map(
    found.flatMap(([name, text]) =>
      text === undefined ? [] : [[name, JSON.parse(text) as Result] as const],
    ),
  );
}
