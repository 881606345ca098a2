import { heldIn } from "../../action/held-in.ts";
import { UserError } from "../../errors/user-error.ts";
import type { Api, ApiAnswer } from "../../ports/json-api.ts";
import { type Shape, shaped } from "./shaped.ts";

/** The same calls, but an answer whose status is good and whose body says no is a refusal, by the host's own words. */
export function withoutErrorInside(name: string, api: Api): Api {
  return async (method, path, call) => {
    const answer = await api(method, path, call);
    refuseErrorInside(`${name} ${method} ${path}`, answer);
    return answer;
  };
}

/** @throws {UserError} PR304 */
function refuseErrorInside(what: string, { status, json }: ApiAnswer): void {
  if (status >= 300 || typeof json !== "object" || json === null) return;
  const { error, errors } = json as { readonly error?: unknown; readonly errors?: unknown };
  const said = error ?? errors;
  if (said === undefined || said === null || said === false) return;
  throw new UserError(
    "PR304",
    `${what} answered ${status} with an error inside: ${JSON.stringify(said).slice(0, 300)}.`,
    "Read the host's reason above; nothing was sent again.",
  );
}

/**
 * The id of what a host says that it has made.
 * @throws {UserError} PR306 where it says none: what it made, if anything, is looked for then.
 */
export function idOf(what: string, id: unknown): string {
  if (typeof id === "string" && id !== "") return id;
  throw new UserError(
    "PR306",
    `${what} answered without the id of a deployment.`,
    "Something between the runner and the service may answer for it. Check the API URL, then run again.",
  );
}

/**
 * What a host lists under a name.
 * @throws {UserError} PR306 where it lists nothing of that name, not even nothing.
 */
export function listIn<T>(what: string, json: unknown, name: string, shape: Shape): readonly T[] {
  const list = typeof json === "object" && json !== null ? heldIn<unknown>({ ...json }, name) : undefined;
  if (Array.isArray(list)) return shaped(what, list, { each: shape });
  throw new UserError(
    "PR306",
    `${what} answered without its ${name}.`,
    "Something between the runner and the service may answer for it. Check the API URL, then run again.",
  );
}

/** Whether it is not known, after this failure, if the host has done what it was asked for. */
export function isUnclear(error: unknown): error is UserError {
  return error instanceof UserError && ["PR301", "PR305", "PR306"].includes(error.code);
}

/**
 * A cut connection may hide a deployment that was made: it is looked for before another one is. What is never promoted
 * does no harm, so it is made a second time where nothing is found.
 */
export async function madeOnce<T>(make: () => Promise<T>, find: () => Promise<T | undefined>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!isUnclear(error)) throw error;
    return (await find()) ?? (await make());
  }
}
