import type { VercelDeployment, VercelState } from "./state.ts";
import type { OutputConfig } from "./output-config.ts";

const OUTPUT = ".vercel/output/";
const STATIC = `${OUTPUT}static/`;

/** What a finished deployment serves: URL path without the leading slash → sha1 and content type, and the routes. */
export interface Output {
  readonly files: ReadonlyMap<string, { readonly sha: string; readonly contentType?: string }>;
  readonly config: OutputConfig;
  readonly functions: ReadonlySet<string>;
}

/** Why a deployment ends in ERROR, or undefined when it becomes READY. */
export function buildFailure(
  state: VercelState,
  deployment: VercelDeployment,
): { code: string; message: string } | undefined {
  if (deployment.failure) return deployment.failure;
  if (!deployment.prebuilt) return undefined;
  const config = readConfig(state, deployment);
  return typeof config === "string" ? { code: "BUILD_UTILS_SPAWN_1", message: config } : undefined;
}

/** The URL paths at which a deployment has functions; this stand-in runs none. */
function functionsOf({ files }: VercelDeployment): ReadonlySet<string> {
  const names = files.map(({ file }) => new RegExp(`^${OUTPUT}functions(/.+)[.]func(?:/|$)`).exec(file)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

/** The output of a READY deployment. A deployment from source has no build here: its files are served as they are. */
export function outputOf(state: VercelState, deployment: VercelDeployment): Output {
  const config = deployment.prebuilt ? readConfig(state, deployment) : { version: 3 };
  if (typeof config === "string") throw new Error(config);
  const prefix = deployment.prebuilt ? STATIC : "";
  const files = new Map<string, { sha: string; contentType?: string }>();
  for (const { file, sha } of deployment.files) {
    if (!file.startsWith(prefix)) continue;
    const name = file.slice(prefix.length);
    const override = config.overrides?.[name];
    const contentType = override?.contentType;
    files.set(override?.path ?? name, contentType === undefined ? { sha } : { sha, contentType });
  }
  return { files, config, functions: functionsOf(deployment) };
}

/** The content of an uploaded file. */
export function contentOf(state: VercelState, sha: string): Buffer {
  return Buffer.from(state.files[sha] ?? "", "base64");
}

function readConfig(state: VercelState, deployment: VercelDeployment): OutputConfig | string {
  const file = deployment.files.find((candidate) => candidate.file === `${OUTPUT}config.json`);
  if (!file) return `The file "/vercel/path0/${OUTPUT}config.json" couldn't be found.`;
  try {
    const config = JSON.parse(contentOf(state, file.sha).toString("utf8")) as OutputConfig;
    return config.version === 3 ? config : `Invalid vercel.json file provided: version must be 3.`;
  } catch (error) {
    return `Could not parse File "${OUTPUT}config.json": ${String(error)}`;
  }
}
