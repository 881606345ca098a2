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
  let at = bytes.indexOf(`--${boundary}`);
  while (at !== -1) {
    const start = at + boundary.length + 2;
    if (bytes.toString("latin1", start, start + 2) === "--") return parts;
    const end = bytes.indexOf(`\r\n--${boundary}`, start);
    const blank = bytes.indexOf("\r\n\r\n", start);
    if (end === -1 || blank === -1 || blank > end) return undefined;
    parts.push(
      partOf(bytes.toString("utf8", start, blank), bytes.subarray(blank + 4, Math.max(end, blank + 4))),
    );
    at = end + 2;
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
