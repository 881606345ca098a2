import { sourceDigest, type Settings } from "./bundle.ts";
import { liveFunctions, type SupabaseContext } from "./context.ts";
import { ledger } from "./database.ts";

/** What is live: no versions and no times, so that before and after can be compared. */
export interface SupabaseLive {
  readonly functions: Readonly<Record<string, { readonly digest: string; readonly settings: Settings }>>;
  /** The newest recorded migration; null before the first. */
  readonly ledger: string | null;
}

export async function liveOf(context: SupabaseContext): Promise<SupabaseLive> {
  const functions = liveFunctions(context.state).map(
    ({ slug, files, verify_jwt, entrypoint_path, import_map_path }) => {
      return [
        slug,
        { digest: sourceDigest(files), settings: { entrypoint_path, import_map_path, verify_jwt } },
      ];
    },
  );
  const head = (await ledger(context)).at(-1)?.["version"];
  return { functions: Object.fromEntries(functions), ledger: typeof head === "string" ? head : null };
}
