import type { StandInRequest, StandInResponse } from "../server.ts";
import type { VercelContext } from "./context.ts";

/** A handler of the API: it gets the context beside the request. */
export type ApiHandler = (
  context: VercelContext,
  request: StandInRequest,
) => StandInResponse | Promise<StandInResponse>;
