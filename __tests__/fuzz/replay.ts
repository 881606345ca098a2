import fc from "fast-check";
import { json, text, textOf } from "./arbitraries.ts";
import { bounded } from "../../kit/ports/bounded.ts";
import { type Http, systemHttp } from "../../kit/ports/http.ts";
import { type Change, change, changed } from "./mutate.ts";
import { refuseBug } from "./play.ts";
import { type AnyReading, Broken, reading } from "./reader.ts";

/** What was asked, and what was answered to it. */
export interface Exchange {
  readonly key: string;
  readonly url: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What becomes of one answer. */
export interface Wrong {
  /** Which of the exchanges, counted around. */
  readonly which: number;
  readonly how:
    | { readonly is: "changed"; readonly changes: readonly Change[] }
    | { readonly is: "body"; readonly text: string }
    | { readonly is: "status"; readonly status: number; readonly text: string }
    | { readonly is: "endless"; readonly begin: string; readonly says: number | undefined }
    | { readonly is: "headers"; readonly headers: readonly (readonly [string, string])[] };
}

const page = "<!doctype html><html><head><title>Log in</title></head><body>please</body></html>";
const body = fc.oneof(
  json.map(textOf),
  text,
  fc.constantFrom(page, "", "null", "[]", "{}", "\ufeff{}", '{"a":'),
);
const headers = fc.array(
  fc.tuple(
    fc.constantFrom(
      "retry-after",
      "x-ratelimit-reset",
      "x-ratelimit-remaining",
      "content-type",
      "location",
      "etag",
      "link",
      "age",
      "date",
    ),
    fc.oneof(
      fc.constantFrom("-1", "1e309", "NaN", "soon", "99999999999", "0", "", "Thu, 01 Jan 1970 00:00:00 GMT"),
      fc.stringMatching(/^[ -~]{0,20}$/),
    ),
  ),
  { maxLength: 3 },
);

/** Members of an answer most of all, then all that can stand between a service and who asks. */
const wrong: fc.Arbitrary<Wrong> = fc.record({
  which: fc.nat(200),
  how: fc.oneof(
    {
      weight: 10,
      arbitrary: fc
        .array(change, { minLength: 1, maxLength: 2 })
        .map((changes) => ({ is: "changed" as const, changes })),
    },
    { weight: 3, arbitrary: body.map((all) => ({ is: "body" as const, text: all })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom(
            201,
            202,
            206,
            301,
            304,
            400,
            401,
            403,
            404,
            409,
            412,
            418,
            422,
            429,
            500,
            502,
            503,
            504,
          ),
          body,
        )
        .map(([status, all]) => ({ is: "status" as const, status, text: all })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(body, fc.constantFrom(undefined, 0, 2 ** 40))
        .map(([begin, says]) => ({ is: "endless" as const, begin, says })),
    },
    { weight: 1, arbitrary: headers.map((all) => ({ is: "headers" as const, headers: all })) },
  ),
});

/** A web that remembers what it answered. */
function recording(real: Http): { readonly http: Http; readonly exchanges: Exchange[] } {
  const exchanges: Exchange[] = [];
  const http: Http = async (url, init) => {
    const answer = await real(url, init);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const exchange = { ...asked(url, init), status: answer.status, headers: [...answer.headers], bytes };
    exchanges.push(exchange);
    return responseOf(exchange);
  };
  return { http, exchanges };
}

/** As many questions no work of this size asks: whoever does will never end. */
const mostAsked = 4000;

/**
 * The same answers again without a network, but for one of them. Whoever asks for it more often gets it each time, and
 * `endless` tells of one who never ends.
 */
function replaying(
  exchanges: readonly Exchange[],
  { which, how }: Wrong,
): { readonly http: Http; readonly endless: () => boolean } {
  const counts = new Map<string, number>();
  let all = 0;
  const other = exchanges.length === 0 ? undefined : exchanges[which % exchanges.length];
  // What is nested 50,000 deep takes its time to be written, and is asked for again and again.
  let wrongOne: Exchange | undefined;
  const http: Http = async (address, init) => {
    init?.signal?.throwIfAborted();
    const { key, url } = asked(address, init);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    all += 1;
    if (all > mostAsked) throw new Error(`asked without an end: ${key}`);
    const same = exchanges.filter((one) => one.key === key);
    const found = same.find((one, index) => one.url === url && index >= count) ?? same[count] ?? same.at(-1);
    if (found === undefined) return new Response('{"message":"Not Found"}', { status: 404 });
    if (found !== other) return responseOf(found);
    if (how.is === "endless") return endlessOf(found, how, url);
    return responseOf((wrongOne ??= made(found, how)));
  };
  return { http, endless: () => all > mostAsked };
}

/** Work of which every answer can be another one. It is done once at its best, to learn what is asked. */
export async function scene(
  name: string,
  share: number,
  play: (http: Http) => Promise<unknown>,
  real: Http = systemHttp,
): Promise<AnyReading> {
  const { http: best, exchanges } = recording(real);
  const first = await Promise.allSettled([play(best)]);
  if (first[0].status === "rejected") refuseBug(first[0].reason);
  if (exchanges.length === 0) throw new Error(`${name} has asked nothing`);
  return reading({
    name,
    share,
    gives: wrong,
    reads: async (one) => {
      const { http, endless } = replaying(exchanges, one);
      const done = await Promise.allSettled([play(http)]);
      if (endless()) return new Broken("asks without an end");
      if (done[0].status === "rejected") throw done[0].reason;
      return undefined;
    },
  });
}

/** As much as a reader in the memory of a case may take; a real one is let take more, and no more than that either. */
const mostRead = 2 * 1024 * 1024;

/** An answer whose body has no end, whatever it says of its length, as far as the port lets it be read. */
function endlessOf(
  { status, headers: given }: Exchange,
  { begin, says }: Extract<Wrong["how"], { readonly is: "endless" }>,
  url: string,
): Response {
  const piece = bytesOf(begin.padEnd(64 * 1024, " "));
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(piece) });
  const kept = responseOf({
    key: "",
    url,
    status: status < 300 ? status : 200,
    headers: given,
    bytes: piece,
  });
  if (says !== undefined) kept.headers.set("content-length", String(says));
  const empty = kept.body === null;
  return bounded(
    new Response(empty ? null : endless, { status: kept.status, headers: kept.headers }),
    mostRead,
    url,
  );
}

function asked(address: string | URL, init: RequestInit | undefined): Pick<Exchange, "key" | "url"> {
  const url = String(address);
  return { key: `${init?.method ?? "GET"} ${new URL(url).pathname}`, url };
}

function made(exchange: Exchange, how: Wrong["how"]): Exchange {
  if (how.is === "changed") return { ...exchange, bytes: bytesOf(otherwise(exchange.bytes, how.changes)) };
  if (how.is === "body") return { ...exchange, bytes: bytesOf(how.text) };
  if (how.is === "status") return { ...exchange, status: how.status, bytes: bytesOf(how.text) };
  if (how.is === "headers") return { ...exchange, headers: [...exchange.headers, ...how.headers] };
  return exchange;
}

/** What is no JSON becomes a text of the first change. */
function otherwise(bytes: Uint8Array, changes: readonly Change[]): string {
  try {
    const right: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return textOf(changes.reduce((now: unknown, one) => changed(now, one), right));
  } catch {
    return textOf(changes[0]?.value);
  }
}

function bytesOf(all: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(all));
}

function responseOf({ status, headers: given, bytes }: Exchange): Response {
  const kept = new Headers();
  for (const [name, value] of given) {
    if (/^content-(length|encoding)$|^transfer-encoding$/.test(name)) continue;
    try {
      kept.set(name, value);
    } catch {
      // A header that cannot be sent was not sent.
    }
  }
  const empty = [101, 204, 205, 304].includes(status);
  return new Response(empty ? null : bytes, { status, headers: kept });
}
