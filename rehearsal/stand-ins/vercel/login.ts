import { createHash } from "node:crypto";

import type { StandInRequest, StandInResponse } from "../server.ts";
import type { VercelDeployment, VercelProject } from "./state.ts";

const HEADER = "x-vercel-protection-bypass";
const SET_COOKIE = "x-vercel-set-bypass-cookie";
const COOKIE = "_vercel_jwt";

/**
 * Deployment Protection on a deployment's own address: a login page with 401, unless the request carries a
 * bypass secret of the project by header, by query or by the cookie that an earlier request asked for.
 * Undefined means: let it through.
 */
export function protect(
  project: VercelProject,
  deployment: VercelDeployment,
  request: StandInRequest,
): StandInResponse | undefined {
  const wanted = project.ssoProtection?.deploymentType;
  if (!wanted || (wanted === "preview" && deployment.target === "production")) return undefined;
  const secrets = Object.keys(project.protectionBypass);
  const cookies = (request.headers.cookie ?? "").split(/;\s*/);
  if (secrets.some((secret) => cookies.includes(`${COOKIE}=${ticket(secret, deployment)}`))) return undefined;
  const secret = one(request.headers[HEADER]) ?? request.query.get(HEADER) ?? "";
  if (!secrets.includes(secret)) return loginPage(deployment);
  const asked = one(request.headers[SET_COOKIE]) ?? request.query.get(SET_COOKIE);
  if (asked !== "true" && asked !== "samesitenone") return undefined;
  const sameSite = asked === "samesitenone" ? "None" : "Lax";
  return {
    status: 307,
    headers: {
      location: withoutBypass(request),
      "set-cookie": `${COOKIE}=${ticket(secret, deployment)}; Path=/; HttpOnly; SameSite=${sameSite}`,
      "cache-control": "no-store, max-age=0",
    },
  };
}

function ticket(secret: string, deployment: VercelDeployment): string {
  return createHash("sha256").update(`${secret} ${deployment.id}`).digest("hex");
}

function withoutBypass(request: StandInRequest): string {
  const query = new URLSearchParams(request.query);
  query.delete(HEADER);
  query.delete(SET_COOKIE);
  const rest = query.toString();
  return rest === "" ? request.path : `${request.path}?${rest}`;
}

function loginPage(deployment: VercelDeployment): StandInResponse {
  return {
    status: 401,
    body: [
      "<!doctype html><html lang=en><title>Authentication Required</title>",
      "<h1>Authentication Required</h1>",
      `<p>This deployment (${deployment.id}) is protected. Log in to Vercel to see it.</p></html>`,
    ].join("\n"),
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store, max-age=0",
      "set-cookie": "_vercel_sso_nonce=stand-in; Path=/; HttpOnly; SameSite=Lax",
      "x-robots-tag": "noindex",
      server: "Vercel",
    },
  };
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
