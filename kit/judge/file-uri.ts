import { isAbsolute, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { encoded } from "../ports/encoded.ts";

/** A file as a relative URI where it is in the folder, else as the URI of its place on this machine. */
export function fileUri(file: string, base: string, folder: string): string {
  const path = resolve(base, file);
  const within = relative(folder, path);
  if (within.startsWith("..") || isAbsolute(within)) return pathToFileURL(path).href;
  return within.split(sep).map(encoded).join("/");
}
