import { readInputs } from "../../kit/action/read-inputs.ts";
import type { Inputs, ValuesOf } from "../../kit/action/spec.ts";
import { spec as buildSpec } from "../../actions/build/spec.ts";
import { parseConfig } from "../../kit/config/config.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { cdnInputs } from "../../kit/parts/cdn/inputs.ts";
import { databaseInputs } from "../../kit/parts/database/inputs.ts";
import { functionsInputs } from "../../kit/parts/functions/inputs.ts";
import { suiteInputs } from "../../kit/parts/checks/inputs.ts";
import { webInputs } from "../../kit/parts/web/inputs.ts";
import { gatesInput } from "../../kit/release/gates/gates.ts";
import { specs } from "../../scripts/specs.ts";

const buildInputs = {
  install: buildSpec.inputs.install,
  command: buildSpec.inputs.command,
  source: buildSpec.inputs.source,
  output: buildSpec.inputs.output,
  "required-env": buildSpec.inputs["required-env"],
  "build-env": buildSpec.inputs["build-env"],
};

const listed = {
  functions: functionsInputs.functions,
  "functions-directory": functionsInputs["functions-directory"],
  "verify-jwt": functionsInputs["verify-jwt"],
  "import-map": functionsInputs["import-map"],
  "static-files": functionsInputs["static-files"],
};

/** What a target's part of rollout.yml says, as far as a world is made of it. Parts without a section are undefined. */
export interface Wanted {
  readonly target: string;
  readonly sections: readonly string[];
  readonly supabase: string | undefined;
  readonly origins: readonly string[];
  readonly publishableKey: string | undefined;
  readonly gates: NonNullable<ReturnType<typeof gatesIn>>;
  readonly build: ValuesOf<typeof buildInputs>;
  readonly migrations: string | undefined;
  readonly functions: ValuesOf<typeof listed> | undefined;
  readonly web: Pick<ValuesOf<typeof webInputs>, "host" | "hostProject" | "requiredEnv"> | undefined;
  readonly cdn: Pick<ValuesOf<typeof cdnInputs>, "cdn" | "zone" | "paths"> | undefined;
  readonly suites: readonly string[];
}

type Read = <I extends Inputs>(section: string, inputs: I) => ValuesOf<I>;

/**
 * Reads a target of a rollout.yml.
 * @throws {UserError} PR101 to PR103 with everything that is wrong, as the actions would say it.
 */
export function readWanted(text: string, file: string, chosen: string | undefined): Wanted {
  const target = targetOf(text, file, chosen);
  const config = parseConfig(text, file, target, specs);
  const read: Read = (section, inputs) => readInputs(section, inputs, () => "", config);
  const has = (section: string): boolean => config.sections.includes(section);
  const raw = (section: string, key: string): unknown => config.lookup(section, key)?.raw;
  const origins = raw("deploy-web", "origins") ?? raw("purge-cdn", "origins") ?? raw("smoke", "origins");
  return {
    target,
    sections: config.sections,
    supabase: textOf(raw("migrate", "supabase")),
    origins: [origins ?? []].flat().map(String),
    publishableKey: textOf(raw("migrate", "publishable-key")),
    gates: gatesIn(read),
    build: read("build", buildInputs),
    migrations: has("migrate")
      ? read("migrate", { directory: databaseInputs.directory }).directory
      : undefined,
    functions: has("deploy-functions") ? read("deploy-functions", listed) : undefined,
    web: has("deploy-web") ? webOf(read) : undefined,
    cdn: has("purge-cdn") ? cdnOf(read) : undefined,
    suites: has("smoke") ? read("smoke", { playwright: suiteInputs.playwright }).playwright : [],
  };
}

function targetOf(text: string, file: string, chosen: string | undefined): string {
  const { targets } = parseConfig(text, file, "", specs);
  const only = targets.length === 1 ? targets[0] : undefined;
  const target = chosen ?? (targets.includes("production") ? "production" : only);
  if (target !== undefined) return target;
  throw new UserError(
    "PR103",
    targets.length === 0
      ? `${file} has no targets.`
      : `${file} has the targets ${targets.join(", ")}, and none of them is called production.`,
    targets.length === 0 ? "Declare one under `targets:`." : "Name one by --target.",
  );
}

function gatesIn(read: Read) {
  return read("plan", { gates: gatesInput("") }).gates;
}

function webOf(read: Read): NonNullable<Wanted["web"]> {
  const { host, "host-project": project, "required-env": env } = webInputs;
  return read("deploy-web", { host, "host-project": project, "required-env": env });
}

function cdnOf(read: Read): NonNullable<Wanted["cdn"]> {
  const { cdn, zone, paths } = cdnInputs;
  return read("purge-cdn", { cdn, zone, paths });
}

function textOf(raw: unknown): string | undefined {
  return typeof raw === "string" && raw !== "" ? raw : undefined;
}
