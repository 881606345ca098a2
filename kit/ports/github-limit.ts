/** What GitHub's client reports of an answer that refuses. */
interface Refused {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

/** What to do about it where a limit is why GitHub refused; undefined where it is not: 403 also means a permission. */
export function limitOf(refused: unknown): string | undefined {
  const { status = 0, message = "" } = refused as Refused;
  const header = headersOf(refused);
  const spent = header("retry-after") !== undefined || header("x-ratelimit-remaining") === 0;
  const limited = status === 429 || (status === 403 && (spent || /rate limit/i.test(message)));
  if (!limited) return undefined;
  const reset = header("x-ratelimit-reset");
  const until = reset === undefined ? "in some minutes" : `after ${new Date(reset * 1000).toISOString()}`;
  return `All workflows of a repository share GitHub's limit: run the job again ${until}.`;
}

/** Milliseconds until GitHub takes requests again, where it says so. */
export function waitFor(refused: unknown, now: number): number | undefined {
  const header = headersOf(refused);
  const after = header("retry-after");
  if (after !== undefined) return after * 1000;
  const reset = header("x-ratelimit-reset");
  const spent = header("x-ratelimit-remaining") === 0;
  return spent && reset !== undefined ? Math.max(0, reset * 1000 - now) : undefined;
}

function headersOf(refused: unknown): (name: string) => number | undefined {
  const headers = (refused as Refused | undefined)?.response?.headers ?? {};
  return (name) => {
    const number = Number.parseInt(String(headers[name] ?? ""), 10);
    return Number.isNaN(number) ? undefined : number;
  };
}
