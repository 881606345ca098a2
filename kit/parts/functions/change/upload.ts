import { posix } from "node:path";
import type { Upload } from "../../../providers/supabase/functions-api.ts";
import type { FunctionSource } from "../declared/source.ts";

/**
 * A function's files as they are sent: paths from the project's root, as Supabase's own client sends them.
 * Files beside the project (a monorepo's) get a made-up folder above it, so that no path begins with `..`.
 */
export function uploadOf(
  slug: string,
  source: FunctionSource,
  verifyJwt: boolean,
  functionsDirectory: string,
): Upload {
  const folder = posix.join(functionsDirectory.replaceAll("\\", "/"), slug);
  const above = Math.max(0, ...source.files.map(({ path }) => leavesBy(posix.join(folder, path))));
  const base = posix.join("workspace/".repeat(above), folder);
  const place = (path: string): string => posix.join(base, path);
  const statics = staticsOf(source).map(place);
  return {
    files: source.files.map(({ path, content }) => ({ path: place(path), content })),
    metadata: {
      entrypoint_path: place(source.entrypoint),
      import_map_path: source.importMap === null ? "" : place(source.importMap),
      static_patterns: statics,
      verify_jwt: verifyJwt,
      name: slug,
    },
  };
}

function leavesBy(path: string): number {
  return path.split("/").filter((part) => part === "..").length;
}

function staticsOf({ files, statics, importMap }: FunctionSource): readonly string[] {
  if (statics !== undefined) return statics;
  return files.map(({ path }) => path).filter((path) => path !== importMap && !/\.[cm]?[jt]sx?$/i.test(path));
}
