import type { StandInResponse } from "../server.ts";

/** GitHub's error shape. `errors` is there where GitHub names the fields. */
export function githubError(
  status: number,
  message: string,
  errors?: readonly (Readonly<Record<string, unknown>> | string)[],
): StandInResponse {
  const documentation_url = "https://docs.github.com/rest";
  return {
    status,
    json: { message, ...(errors ? { errors } : {}), documentation_url, status: String(status) },
  };
}

/** 404, also for what a token may not see. */
export function notFound(): StandInResponse {
  return githubError(404, "Not Found");
}

/** 422 for one field. */
export function invalid(resource: string, field: string, code: string, message?: string): StandInResponse {
  return githubError(422, "Validation Failed", [{ resource, field, code, ...(message ? { message } : {}) }]);
}
