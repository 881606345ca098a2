import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError, describe } from "../../errors/user-error.ts";
import { inParallel } from "../../parts/functions/change/in-parallel.ts";
import type { Log } from "../../ports/log.ts";
import type { ApiCall } from "../../ports/json-api.ts";

/** What a file is sent as: whole, or, where it is large, from where it lies. */
export type Bytes = Uint8Array<ArrayBuffer> | Blob;

/** A file that goes to a host: what it is called there, and how its bytes are had, if anybody has them still. */
export interface Upload {
  readonly file: string;
  readonly sha: string;
  readonly size: number;
  readonly bytes: () => Promise<Bytes | undefined>;
}

/** A file of up to `large` is held while it is sent. */
const atOnce = 24;
/** From here on a file is not read whole, but sent as it is read. */
const large = 1 << 20;
/** Bytes a millisecond below which an upload takes too long, beside half a minute for all else. */
const slowest = 1024;
const patience = 30_000;

/** The bytes of a file of a site, which lies below its folder. */
export function fileBytes(folder: string, path: string, size: number): () => Promise<Bytes> {
  const file = join(folder, path);
  return async () => (size > large ? await openAsBlob(file) : new Uint8Array(await readFile(file)));
}

/** What goes with every upload: asked twice it does the same, and it may take as long as a slow line needs. */
export function uploadCall(body: Bytes, size: number, readyTimeout: number): ApiCall {
  return {
    body,
    headers: { "content-type": "application/octet-stream" },
    safe: true,
    timeout: Math.min(patience, readyTimeout) + Math.ceil(size / slowest),
  };
}

/**
 * Sends what the host lacks, each content once, several at a time. Gives the sums of what nobody has any more: files of
 * former releases, which a site does without.
 * @throws {UserError} PR448 with the file that did not get there; PR302 for a token that may not.
 */
export async function uploadMissing(
  log: Log,
  host: string,
  { files, missing }: { readonly files: readonly Upload[]; readonly missing: ReadonlySet<string> },
  send: (file: Upload, body: Bytes) => Promise<void>,
): Promise<ReadonlySet<string>> {
  const once = new Map(files.filter(({ sha }) => missing.has(sha)).map((file) => [file.sha, file]));
  const gone = new Set<string>();
  const sendOne = async (file: Upload): Promise<void> => {
    const bytes = await file.bytes();
    if (bytes === undefined) return void gone.add(file.sha);
    try {
      await send(file, bytes);
    } catch (error) {
      if (!(error instanceof UserError) || error.code === "PR302") throw error;
      throw notUploaded(file, error);
    }
  };
  await inParallel([...once.values()], sendOne, atOnce);
  const sent = once.size - gone.size;
  log.info(`${sent} of ${files.length} files were uploaded; ${host} has the others already.`);
  return gone;
}

function notUploaded({ file, size }: Upload, error: UserError): UserError {
  const weight = size < 1024 ? `${size} B` : `${Math.ceil(size / 1024)} KiB`;
  return new UserError(
    "PR448",
    `${file} (${weight}) was not uploaded: ${describe(error).replace(/\.$/, "")}. Production was not touched.`,
    `${error.fix} What was uploaded is not sent again.`,
    { cause: error },
  );
}
