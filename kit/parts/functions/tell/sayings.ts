import type { FunctionState } from "../declared/source.ts";

/** What changes of one function, for people. */
export function sayings(
  slug: string,
  live: FunctionState | undefined,
  wanted: FunctionState,
): readonly string[] {
  const is = wanted.settings;
  if (live === undefined) return [`${slug}: new, ${jwtWord(is.verifyJwt)}`];
  const was = live.settings;
  const source = live.digest === wanted.digest ? [] : [`${slug}: new source`];
  const jwt =
    was.verifyJwt === is.verifyJwt
      ? []
      : was.verifyJwt
        ? [`${slug}: security change: verify_jwt goes from true to false, so anybody may call it`]
        : [`${slug}: verify_jwt goes from false to true`];
  const others = [
    ...(was.entrypoint === is.entrypoint
      ? []
      : [`${slug}: entrypoint ${was.entrypoint} becomes ${is.entrypoint}`]),
    ...(was.importMap === is.importMap
      ? []
      : [`${slug}: import map ${was.importMap ?? "(none)"} becomes ${is.importMap ?? "(none)"}`]),
  ];
  return [...source, ...jwt, ...others];
}

function jwtWord(verifyJwt: boolean): string {
  return verifyJwt ? "callable with a valid JWT" : "callable by anybody (verify_jwt is false)";
}
