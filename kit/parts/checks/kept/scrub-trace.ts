import { type ZipFile, readZip } from "../../../ports/read-zip.ts";
import { type ZipEntry, writeZip } from "../../../ports/write-zip.ts";
import { kindOf } from "./file-kind.ts";
import { pageShows } from "./page-shows.ts";
import { scrubJson, writtenOut } from "./scrub-json.ts";
import { type Scrubber, scrubber } from "./scrubber.ts";

/** What is taken for secret: given texts, and names whose values are. */
export interface Hidden {
  readonly secrets: readonly string[];
  readonly names: readonly string[];
}

export interface ScrubbedTrace {
  readonly bytes: Uint8Array;
  /** Files in it that could not be scrubbed: they are not in it any more. */
  readonly leftOut: number;
  /** Whether the pages that it has seen showed a secret; undefined where it has not looked. */
  readonly shown: boolean | undefined;
}

/** More than this a file of a trace does not hold unpacked. */
const mostBytes = 64 * 1024 * 1024;

interface Unpacked {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A trace of Playwright without secrets: the headers, cookies, bodies, page contents and steps in it are rewritten;
 * what a header's or a cookie's name gives away is taken out of everything else, too. Pictures go where a page showed a
 * given secret. Undefined for what is no trace.
 */
export function scrubTrace(zip: Uint8Array, { secrets, names }: Hidden): ScrubbedTrace | undefined {
  const files = readZip(zip);
  if (files === undefined) return undefined;
  const unpacked = files.flatMap((file) => unpack(file) ?? []);
  const given = scrubber(secrets, names);
  const learned = new Set<string>();
  for (const { path, bytes } of unpacked)
    if (isLines(path))
      for (const line of linesOf(bytes)) scrubJson(parse(line), given, (one) => learned.add(one));
  const scrub = scrubber([...secrets, ...learned], names);
  const looks = unpacked.flatMap(({ path, bytes }) => (path.endsWith(".trace") ? looksIn(bytes, given) : []));
  const shown = looks.length === 0 ? undefined : looks.includes(true);
  const pictures = secrets.length === 0 || shown === false;
  const kept = unpacked.flatMap((file) => scrubbed(file, scrub, pictures) ?? []);
  return { bytes: writeZip(kept), leftOut: files.length - kept.length, shown };
}

function unpack({ path, content }: ZipFile): Unpacked | undefined {
  try {
    return { path, bytes: content(mostBytes) };
  } catch {
    return undefined;
  }
}

function scrubbed({ path, bytes }: Unpacked, scrub: Scrubber, pictures: boolean): ZipEntry | undefined {
  const kind = kindOf(bytes);
  const name = scrub.text(path);
  if (kind === "text") return { path: name, content: Buffer.from(scrubText(path, bytes, scrub)) };
  if (kind === "other" || (kind === "picture" && !pictures)) return undefined;
  return scrub.finds(Buffer.from(bytes).toString("latin1")) ? undefined : { path: name, content: bytes };
}

function scrubText(path: string, bytes: Uint8Array, scrub: Scrubber): string {
  if (isLines(path))
    return linesOf(bytes)
      .map((line) => scrubDocument(line, scrub))
      .join("\n");
  return scrubDocument(Buffer.from(bytes).toString("utf8"), scrub);
}

/** JSON stays JSON; anything else is a text. What holds no secret stays as it is. */
export function scrubDocument(text: string, scrub: Scrubber): string {
  const document = parse(text);
  if (typeof document !== "object" || document === null) return scrub.text(text);
  const clean = JSON.stringify(scrubJson(document, scrub));
  return clean === writtenOut(document) ? text : clean;
}

/** The files of a trace that hold a document a line. */
function isLines(path: string): boolean {
  return /\.(?:trace|network|stacks)$/.test(path);
}

/** Of each picture of a page that a trace holds as text, whether it shows a secret. */
function looksIn(bytes: Uint8Array, given: Scrubber): readonly boolean[] {
  return linesOf(bytes).flatMap((line) => {
    if (!line.startsWith('{"type":"frame-snapshot"')) return [];
    const { snapshot } = (parse(line) ?? {}) as { readonly snapshot?: { readonly html?: unknown } | null };
    return [pageShows(snapshot?.html, given)];
  });
}

function linesOf(bytes: Uint8Array): readonly string[] {
  return Buffer.from(bytes).toString("utf8").split("\n");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
