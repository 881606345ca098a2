import { type StandInRequest, type StandInResponse, serve } from "../../../rehearsal/stand-ins/server.ts";
import type { RunningSource, Speaks } from "./fixture.ts";

export const token = "log-token-0123456789";

/** A stand-in whose questions are counted, and answered by a fault where one is ordered. */
export async function answering(
  { fault }: Pick<Speaks, "fault">,
  answer: (request: StandInRequest) => StandInResponse | Promise<StandInResponse>,
  isQuestion: (path: string) => boolean = () => true,
): Promise<Pick<RunningSource, "asked" | "close"> & { readonly url: string }> {
  let asked = 0;
  const server = await serve([], async (request) => {
    if (!isQuestion(request.path)) return await answer(request);
    asked += 1;
    const wrong = fault();
    if (wrong === undefined) return await answer(request);
    if (wrong.silent) return await new Promise<StandInResponse>(() => undefined);
    return { status: wrong.status, body: wrong.body, headers: wrong.headers ?? {} };
  });
  return { url: server.url, asked: () => asked, close: server.close };
}

export function isRefused({ headers }: StandInRequest): boolean {
  return headers.authorization !== `Bearer ${token}`;
}

export const html = "<html><body>Please log in</body></html>";
