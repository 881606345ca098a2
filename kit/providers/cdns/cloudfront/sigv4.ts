import { createHash, createHmac } from "node:crypto";
import { encoded } from "../../../ports/encoded.ts";

/** What AWS knows its callers by. A session token belongs to credentials that end by themselves. */
export interface Credentials {
  readonly id: string;
  readonly secret: string;
  readonly session?: string | undefined;
}

/** What is signed: everything that the service must receive as it was sent. */
export interface ToSign {
  readonly method: string;
  readonly url: URL;
  /** Header names in small letters; `host` and `x-amz-date` among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** For which service and when: `date` is `20150830T123600Z`. */
export interface Scope {
  readonly region: string;
  readonly service: string;
  readonly date: string;
}

const algorithm = "AWS4-HMAC-SHA256";

/** The header `authorization` of AWS's Signature Version 4. */
export function authorization(request: ToSign, scope: Scope, credentials: Credentials): string {
  const names = Object.keys(request.headers).sort();
  const place = placeOf(scope);
  const parts = [
    `Credential=${credentials.id}/${place}`,
    `SignedHeaders=${names.join(";")}`,
    `Signature=${signature(request, scope, credentials.secret)}`,
  ];
  return `${algorithm} ${parts.join(", ")}`;
}

/** The signature alone, over all headers of the request. */
export function signature(request: ToSign, scope: Scope, secret: string): string {
  const text = [algorithm, scope.date, placeOf(scope), sha256(canonical(request))].join("\n");
  const { region, service, date } = scope;
  const key = [date.slice(0, 8), region, service, "aws4_request"].reduce<string | Buffer>(
    (last, part) => createHmac("sha256", last).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac("sha256", key).update(text).digest("hex");
}

/** `20150830T123600Z` of a time in milliseconds. */
export function amzDate(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
}

function placeOf({ date, region, service }: Scope): string {
  return `${date.slice(0, 8)}/${region}/${service}/aws4_request`;
}

/** The request in the one form that both sides take: the path is encoded once more than it was sent. */
function canonical({ method, url, headers, body }: ToSign): string {
  const path = url.pathname.split("/").map(asSigned).join("/");
  const query = [...url.searchParams]
    .map(([key, value]) => `${asSigned(key)}=${asSigned(value)}`)
    .sort()
    .join("&");
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim().replace(/ +/g, " ")}\n`);
  return [method, path, query, lines.join(""), names.join(";"), sha256(body)].join("\n");
}

function asSigned(text: string): string {
  return encoded(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
