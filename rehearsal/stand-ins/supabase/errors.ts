import type { StandInRequest, StandInResponse } from "../server.ts";

/** The shape in which the Management API says no. */
export function refusal(status: number, message: string): StandInResponse {
  return { status, json: { message } };
}

/** Thrown by a route to answer with a refusal from deep inside. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The request's JSON. @throws {Refused} 400 when it is none, or not of the shape that `fits` asks for. */
export function jsonOf<T>(request: StandInRequest, fits: (json: unknown) => json is T): T {
  let json: unknown;
  try {
    json = JSON.parse(request.body.toString("utf8"));
  } catch {
    throw new Refused(400, "Request body is not valid JSON");
  }
  if (fits(json)) return json;
  throw new Refused(400, "Request body does not have the expected shape");
}
