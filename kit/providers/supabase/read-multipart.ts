/** One part of a multipart body: its headers in lower case, and its bytes. */
export interface MultipartPart {
  readonly headers: Readonly<Record<string, string>>;
  readonly name: string;
  /** `Supabase-Path` where it is given, else the file name as sent, folders included; absent for fields. */
  readonly path?: string;
  readonly content: Uint8Array;
}

/**
 * Reads a `multipart/form-data` body. Written here because `Response.formData()` drops the part headers, and
 * `Supabase-Path` is one.
 * @returns undefined when the content type or the framing is not multipart.
 */
export function readMultipart(contentType: string, body: Uint8Array): readonly MultipartPart[] | undefined {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: MultipartPart[] = [];
  let mark = delimiter(bytes, `--${boundary}`, 0);
  while (mark !== undefined && !mark.last) {
    const end = delimiter(bytes, `\r\n--${boundary}`, mark.after - 2);
    const blank = bytes.indexOf("\r\n\r\n", mark.after - 2);
    if (end === undefined || blank === -1 || blank > end.at) return undefined;
    const head = bytes.toString("utf8", mark.after, Math.max(blank, mark.after));
    parts.push(partOf(head, bytes.subarray(Math.min(blank + 4, end.at), end.at)));
    mark = end;
  }
  return mark && parts;
}

interface Delimiter {
  readonly at: number;
  readonly after: number;
  readonly last: boolean;
}

/** The next line that is the boundary and nothing more: contents may begin a line like it. */
function delimiter(bytes: Buffer, line: string, from: number): Delimiter | undefined {
  for (let at = bytes.indexOf(line, from); at !== -1; at = bytes.indexOf(line, at + 1)) {
    const after = at + line.length;
    const next = bytes.toString("latin1", after, after + 2);
    if (next === "--" || next === "\r\n") return { at, after: after + 2, last: next === "--" };
  }
  return undefined;
}

function boundaryOf(contentType: string): string | undefined {
  const found = /^multipart\/[^;]+;.*?\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  return found?.[1] ?? found?.[2];
}

function partOf(head: string, content: Uint8Array): MultipartPart {
  const lines = head.split("\r\n").filter((line) => line.includes(":"));
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const disposition = headers["content-disposition"] ?? "";
  const path = headers["supabase-path"] ?? parameter(disposition, "filename");
  const name = parameter(disposition, "name") ?? "";
  return { headers, name, content, ...(path === undefined ? {} : { path }) };
}

function parameter(disposition: string, name: string): string | undefined {
  const found = new RegExp(`[;\\s]${name}=(?:"((?:\\\\.|[^"\\\\])*)"|([^;\\s]+))`, "i").exec(disposition);
  const raw = found?.[1]?.replace(/\\(["\\])/g, "$1") ?? found?.[2];
  return raw?.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}
