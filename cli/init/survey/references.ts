import { type Found, type Repository, isBelow, lineAt, under } from "../repository/open-repository.ts";
import { type Mapping, heldText } from "../repository/read-json.ts";

const reference = /^[a-z]{20}$/;
const address = /https:\/\/([a-z]{20})\.supabase\.co\b/g;

/**
 * References of Supabase projects that the repository names: what the CLI has linked, `config.toml`, commands, and
 * addresses in the web app's sources (which every browser sees). Each once, the surest first.
 */
export async function findReferences(
  repository: Repository,
  { supabase, web }: { readonly supabase: string | undefined; readonly web: string | undefined },
  config: Mapping | undefined,
  commands: readonly Found<string>[],
): Promise<readonly Found<string>[]> {
  const linked = supabase === undefined ? "" : under(supabase, ".temp/project-ref");
  const toml = supabase === undefined ? "" : under(supabase, "config.toml");
  const all: Found<string>[] = [
    { value: linked === "" ? "" : ((await repository.text(linked)) ?? "").trim(), at: linked },
    { value: heldText(config, "project_id") ?? "", at: toml },
    ...commands.flatMap(({ value, at }) => {
      const named = /(?:--project-ref[= ]+|SUPABASE_PROJECT_(?:REF|ID):\s*)["']?([a-z]{20})\b/.exec(
        value,
      )?.[1];
      return named === undefined ? [] : [{ value: named, at }];
    }),
    ...(web === undefined ? [] : await inSources(repository, web)),
  ];
  return uniqueOf(all.filter(({ value }) => reference.test(value)));
}

async function inSources(repository: Repository, web: string): Promise<readonly Found<string>[]> {
  const likely = repository.files.filter(
    (path) => isBelow(web, path) && /supabase|client|config|env/i.test(path) && /\.[cm]?[jt]sx?$/.test(path),
  );
  const texts = await Promise.all(
    likely.slice(0, 200).map(async (path) => [path, (await repository.text(path)) ?? ""] as const),
  );
  return texts.flatMap(([path, text]) =>
    [...text.matchAll(address)].map(({ 1: value = "", index }) => ({
      value,
      at: `${path}:${lineAt(text, index)}`,
    })),
  );
}

/** Each value once, with the first place that names it. */
export function uniqueOf(all: readonly Found<string>[]): readonly Found<string>[] {
  return all.filter(({ value }, index) => all.findIndex((one) => one.value === value) === index);
}
