import { slugPattern } from "../../../kit/parts/functions/declared/slugs.ts";
import { type Found, type Repository, isBelow, placeOf, under } from "../repository/open-repository.ts";
import { type Mapping, held, heldText } from "../repository/read-json.ts";

/** An Edge Function that can be deployed. */
export interface FunctionFound {
  readonly slug: string;
  /** Whether a JWT is demanded; `at` says what says so. */
  readonly verifyJwt: Found<boolean>;
  readonly staticFiles: Found<readonly string[]> | undefined;
  readonly importMap: Found<string> | undefined;
}

export interface Functions {
  readonly directory: string;
  readonly found: readonly FunctionFound[];
  /** Folders and settings that say something else than a function to deploy, a sentence each. */
  readonly besides: readonly string[];
}

/** A command that deploys functions, as it is written in a script or a workflow. */
const deploying = /\bsupabase\s+functions\s+deploy\b([^\n&|;]*)/g;
const entry = /^index\.(?:ts|js|tsx|jsx|mjs)$/;

/**
 * The functions of a Supabase folder, with what `config.toml` and the commands that deploy them today say of their JWT.
 * A command's `--no-verify-jwt` wins, as it does for the Supabase CLI.
 */
export async function findFunctions(
  repository: Repository,
  supabase: string,
  config: Mapping | undefined,
  commands: readonly Found<string>[],
): Promise<Functions | undefined> {
  const directory = under(supabase, "functions");
  const folders = foldersIn(repository, directory);
  if (folders.size === 0) return undefined;
  const toml = { path: under(supabase, "config.toml"), text: "", config };
  const text = config === undefined ? "" : ((await repository.text(toml.path)) ?? "");
  const open = withoutJwt(commands);
  const besides: string[] = [];
  const found: FunctionFound[] = [];
  for (const [slug, files] of folders) {
    const settings = held(held(config, "functions"), slug);
    const why = whyNot(slug, files, settings);
    if (why !== undefined) besides.push(`${directory}/${slug}: ${why}; it is left out.`);
    else found.push(functionOf(slug, settings, { path: toml.path, text }, open));
  }
  for (const { slug, verifyJwt } of found) {
    if (!verifyJwt.value && held(held(held(config, "functions"), slug), "verify_jwt") === true)
      besides.push(
        `${slug}: config.toml has verify_jwt = true, but ${verifyJwt.at} deploys it with --no-verify-jwt; that was taken.`,
      );
  }
  return { directory, found, besides };
}

function foldersIn({ files }: Repository, directory: string): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of files.filter((one) => isBelow(directory, one))) {
    const [folder = "", ...rest] = path.slice(directory.length + 1).split("/");
    // Supabase shares code in folders that begin so.
    if (rest.length === 0 || /^[_.]/.test(folder)) continue;
    folders.set(folder, [...(folders.get(folder) ?? []), rest.join("/")]);
  }
  return folders;
}

function whyNot(slug: string, files: readonly string[], settings: unknown): string | undefined {
  if (!slugPattern.test(slug)) return "Supabase takes no function of this name";
  if (held(settings, "enabled") === false) return "config.toml has enabled = false";
  const named = heldText(settings, "entrypoint");
  if (named !== undefined && !entry.test(named.split("/").at(-1) ?? ""))
    return `its entrypoint is ${named}, and only index.ts (or .js, .tsx, .jsx, .mjs) is taken`;
  return files.some((file) => entry.test(file)) ? undefined : "it has no index.ts";
}

function functionOf(
  slug: string,
  settings: unknown,
  toml: { readonly path: string; readonly text: string },
  open: (slug: string) => string | undefined,
): FunctionFound {
  const place = placeOf(
    toml.path,
    toml.text,
    new RegExp(`^\\s*\\[\\s*functions\\s*\\.\\s*"?${slug}"?\\s*\\]`, "m"),
  );
  const said = held(settings, "verify_jwt");
  const command = open(slug);
  const statics = held(settings, "static_files");
  const texts = Array.isArray(statics) ? statics.filter((one): one is string => typeof one === "string") : [];
  const importMap = heldText(settings, "import_map");
  return {
    slug,
    verifyJwt:
      command !== undefined
        ? { value: false, at: command }
        : { value: said !== false, at: typeof said === "boolean" ? place : "Supabase's default" },
    staticFiles: texts.length === 0 ? undefined : { value: texts, at: place },
    importMap: importMap === undefined ? undefined : { value: importMap, at: place },
  };
}

/** For a function the command that deploys it without asking for a JWT; one that names none deploys all. */
function withoutJwt(commands: readonly Found<string>[]): (slug: string) => string | undefined {
  const open = commands.flatMap(({ value, at }) =>
    [...value.matchAll(deploying)].flatMap(([, args = ""]) => {
      const words = args.split(/\s+/);
      if (!words.includes("--no-verify-jwt")) return [];
      const flag = words.findIndex((word) => word.startsWith("-"));
      return [{ at, names: words.slice(0, flag).filter((word) => slugPattern.test(word)) }];
    }),
  );
  return (slug) => open.find(({ names }) => names.length === 0 || names.includes(slug))?.at;
}
