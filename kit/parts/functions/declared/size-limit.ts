import { UserError } from "../../../errors/user-error.ts";
import type { WantedFunction } from "./inspect-wanted.ts";

const MB = 1024 * 1024;

/**
 * Refuses what the platform could not bundle: its bundle holds at least these files.
 * @throws {UserError} PR443 naming each function that is too large, with its biggest files.
 */
export function refuseTooLarge(changed: readonly WantedFunction[], limit: number): void {
  const large = changed.flatMap((one) => (sizeOf(one) > limit * MB ? [told(one)] : []));
  if (large.length === 0) return;
  throw new UserError(
    "PR443",
    `Supabase bundles at most ${limit} MB of a function, but ${large.join("; ")}. Nothing was changed.`,
    "Leave out what the function does not read (static-files), load it at run time, or bundle it yourself with " +
      "`command`. `size-limit` raises the limit where your project has another.",
  );
}

function sizeOf({ source }: WantedFunction): number {
  return source.files.reduce((sum, { content }) => sum + content.byteLength, 0);
}

function told(one: WantedFunction): string {
  const { files } = one.source;
  const biggest = [...files].sort((a, b) => b.content.byteLength - a.content.byteLength).slice(0, 3);
  const named = biggest.map(({ path, content }) => `${path} ${inMB(content.byteLength)}`).join(", ");
  return `${one.slug} has ${inMB(sizeOf(one))} in ${files.length} files (the biggest: ${named})`;
}

function inMB(bytes: number): string {
  return `${(bytes / MB).toFixed(1)} MB`;
}
