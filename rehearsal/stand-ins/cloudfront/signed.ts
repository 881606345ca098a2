import { signature } from "../../../kit/providers/cdns/cloudfront/sigv4.ts";
import type { StandInRequest } from "../server.ts";
import type { CloudfrontState } from "./state.ts";

/** Why a request is not taken, in AWS's words. */
export interface Unsigned {
  readonly code: string;
  readonly message: string;
}

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

const skew = 300_000;

/** The access key that signed a request, or why it is none. Checked over the headers that the caller chose to sign. */
export function signer(state: CloudfrontState, now: number, request: StandInRequest): string | Unsigned {
  const { authorization } = request.headers;
  if (authorization === undefined)
    return { code: "MissingAuthenticationToken", message: "Request is missing Authentication Token" };
  const [, id = "", , region = "", service = "", signed = "", given] = form.exec(authorization) ?? [];
  const secret = state.secrets[id];
  if (secret === undefined)
    return {
      code: "InvalidClientTokenId",
      message: "The security token included in the request is invalid.",
    };
  const date = String(request.headers["x-amz-date"] ?? "");
  if (Math.abs(timeOf(date) - now) > skew)
    return { code: "SignatureDoesNotMatch", message: `Signature expired: ${date} is now earlier` };
  const headers = Object.fromEntries(
    signed.split(";").map((name) => [name, String(request.headers[name] ?? "")]),
  );
  const url = new URL(request.path, "http://stand-in");
  url.search = request.query.toString();
  const body = request.body.toString("utf8");
  const wanted = signature({ method: request.method, url, headers, body }, { region, service, date }, secret);
  if (wanted === given && service === "cloudfront" && signed.split(";").includes("host")) return id;
  const message = "The request signature we calculated does not match the signature you provided.";
  return { code: "SignatureDoesNotMatch", message };
}

function timeOf(date: string): number {
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  return Date.parse(iso) || 0;
}
