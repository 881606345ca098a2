import { UserError } from "../errors/user-error.ts";

/** Where a connection string leads, as the driver reads it: the last `host` and `port` of the query win. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly name: string;
}

/**
 * Undefined for what is no connection string, or has no host; or has a password with a sign that ends the host, so that
 * what is taken for a port and a name is a part of it.
 */
export function addressOf(url: string): DatabaseAddress | undefined {
  if (!/^postgres(ql)?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (isTornApart(parsed)) return undefined;
  const { hostname, port, pathname, searchParams } = parsed;
  const host = searchParams.getAll("host").at(-1) || hostname.replace(/^\[|\]$/g, "");
  if (host === "") return undefined;
  const number = searchParams.getAll("port").at(-1) || port || "5432";
  return { host, port: Number(number), name: pathname.slice(1) };
}

/** `owner:4711/rest@host/name`: who logs in and where stands behind what ended the host. */
function isTornApart({ username, pathname, hash, searchParams }: URL): boolean {
  return username === "" && [pathname, hash, ...searchParams.keys()].some((part) => part.includes("@"));
}

/** Host, port and database of a URL, without user and password. */
export function placeOf(url: string): string {
  const address = addressOf(url);
  if (address === undefined) return "(an address that is not a connection string)";
  const { host, port, name } = address;
  return `${host.includes(":") ? `[${host}]` : host}:${port}/${name}`;
}

/**
 * The URL with libpq's meaning of `sslmode`: the driver's own default is no TLS at all, and it takes
 * `require` for more than it says, which Supabase's own certificate authority does not pass. Outside of this
 * machine TLS is required, whatever the URL leaves open; `verify-full` with `sslrootcert` checks who answers.
 * @throws {UserError} PR411 for a URL that forbids TLS to another machine.
 */
export function withTls(url: string): string {
  const address = addressOf(url);
  if (address === undefined) return url;
  const parsed = new URL(url);
  const mode = parsed.searchParams.getAll("sslmode").at(-1) ?? null;
  if (mode === "no-verify") return url;
  if (isHere(address.host)) {
    if (mode === null || parsed.searchParams.has("uselibpqcompat")) return url;
  } else if (mode === "disable") {
    throw withoutTls(url);
  } else if (mode === null || mode === "allow" || mode === "prefer") {
    parsed.searchParams.set("sslmode", "require");
  }
  parsed.searchParams.set("uselibpqcompat", "true");
  return parsed.toString();
}

/** What never leaves this machine. */
function isHere(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|::1)$/.test(host) || host.startsWith("/");
}

function withoutTls(url: string): UserError {
  return new UserError(
    "PR411",
    `\`sslmode=disable\` would send password and data as clear text to ${placeOf(url)}, which is not this machine.`,
    "Take `sslmode=disable` out of `database-url`: then TLS is required. A server that has none is reached through a tunnel that ends at 127.0.0.1.",
  );
}
