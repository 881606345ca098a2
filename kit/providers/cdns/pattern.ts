/** The ways in which a purge can be said; a CDN names those that it can express. */
export type PatternKind = "path" | "prefix" | "tag" | "host" | "everything";

/**
 * What is to be purged. `path` is one address, its query included; `prefix` holds the base of `/x/*` (`/x`, or
 * `/` for `/*`), which covers `/x`, `/x/`, `/x?…` and everything below; `host` is one of the zone.
 */
export type Pattern =
  | { readonly kind: Exclude<PatternKind, "everything">; readonly value: string }
  | { readonly kind: "everything" };

/** Either the pattern or what was wrong with it, and what to write instead. */
export type ReadPattern = Pattern | { readonly wrong: string; readonly write: string };

/**
 * Reads one pattern: `/path`, `/prefix/*`, `tag:x`, `host:app.example.com` or `everything`. Whatever could only
 * be purged by purging more than was written is refused here.
 */
export function readPattern(text: string): ReadPattern {
  const read = readOne(text.trim());
  return "wrong" in read ? { ...read, write: readable(read.write) } : read;
}

/** What is advised must itself be right. */
function readable(advice: string): string {
  for (let tries = 0, next = advice; tries < 4; tries += 1) {
    const read = readOne(next);
    if (!("wrong" in read)) return next;
    next = read.write;
  }
  return "/index.html";
}

function readOne(written: string): ReadPattern {
  if (written === "everything") return { kind: "everything" };
  if (written.startsWith("tag:")) return readTag(written.slice("tag:".length));
  if (written.startsWith("host:")) return readHost(written.slice("host:".length));
  if (!written.startsWith("/")) {
    const write = `/${written.replace(/^[a-z]+:\/\/[^/]*\/?/i, "")}`;
    return { wrong: `"${written}" does not begin with /`, write };
  }
  return readPath(written);
}

/** As a person wrote it. */
export function patternText(pattern: Pattern): string {
  if (pattern.kind === "everything") return "everything";
  if (pattern.kind === "path") return pattern.value;
  if (pattern.kind === "prefix") return pattern.value === "/" ? "/*" : `${pattern.value}/*`;
  return `${pattern.kind}:${pattern.value}`;
}

function readPath(written: string): ReadPattern {
  const isPrefix = written.endsWith("/*");
  const bare = isPrefix ? written.slice(0, -2) || "/" : written;
  const before = bare.slice(0, bare.indexOf("*")).replace(/\/+$/, "");
  if (bare.includes("*")) {
    const wrong = `"${written}" has a * that is not a last segment of its own; no CDN purges just that`;
    return { wrong, write: `${before}/*` };
  }
  if (isPrefix && /[?#]/.test(bare)) {
    return { wrong: `"${written}" has a query before its /*`, write: `${bare.replace(/[?#].*$/, "")}/*` };
  }
  const asked = asAsked(bare);
  if (asked === undefined) return { wrong: `"${written}" is no path`, write: "/index.html" };
  if (asked !== bare) {
    const wrong = `"${written}" is not how a browser asks for it`;
    return { wrong, write: isPrefix ? `${asked.replace(/\/$/, "")}/*` : asked };
  }
  if (isPrefix && written !== "/*" && (bare === "/" || bare.endsWith("/"))) {
    return { wrong: `"${written}" has an empty segment`, write: `${bare.replace(/\/+$/, "")}/*` };
  }
  return { kind: isPrefix ? "prefix" : "path", value: bare };
}

/** The path and query as they stand in a request, or undefined when it is none of this origin. */
function asAsked(path: string): string | undefined {
  if (path.startsWith("//") || !URL.canParse(path, "http://a.invalid")) return undefined;
  const url = new URL(path, "http://a.invalid");
  return url.pathname + url.search;
}

function readTag(tag: string): ReadPattern {
  const fits = /^[!-+\--~]{1,1024}$/.test(tag);
  if (fits) return { kind: "tag", value: tag };
  return { wrong: `"tag:${tag}" is not printable ASCII without blanks and commas`, write: "tag:app-shell" };
}

function readHost(host: string): ReadPattern {
  const fits = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/.test(host);
  if (fits) return { kind: "host", value: host };
  const bare = /^(?:[a-z]+:\/\/)?([a-z0-9.-]+)/i.exec(host)?.[1]?.toLowerCase();
  const write = `host:${bare ?? "app.example.com"}`;
  return { wrong: `"host:${host}" is not a host name`, write };
}
