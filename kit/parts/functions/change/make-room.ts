import { randomUUID } from "node:crypto";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import type { Journal } from "../../../release/record/journal.ts";
import { activateAll } from "./ask-again.ts";
import { type States, statesIn } from "./change-states.ts";
import { inspectLive } from "../live/inspect-live.ts";
import { roomName } from "../../../providers/supabase/room-name.ts";
import { type Numbered, roomComponent } from "./rooms.ts";

/** Where it is kept which abandoned bundles are about to be live, and what they are then. */
export interface RoomKeeper {
  readonly journal: Journal;
  /** Keeps it a second time, for whoever has no record. */
  readonly note?: (rooms: States) => Promise<void>;
}

/** A bundle that was never activated, under a number that it may have. */
export interface Abandoned {
  readonly listed: ListedFunction;
  /** Whether another bundle of this function is live, so that the list tells its id. */
  readonly isListed: boolean;
}

/** An abandoned bundle, and what is to be live instead of it (`roomFor`). */
export interface Room extends Abandoned {
  readonly wanted: string;
}

/** What is known of one beside a live one. Its sum is not, and neither are its paths: the list has those of the live one. */
export function abandonedBeside(live: ListedFunction): Abandoned {
  const { ezbr_sha256: _, entrypoint_path: _e, import_map_path: _p, import_map: _m, ...listed } = live;
  return { listed, isListed: true };
}

/** One of a function that was never live: no list tells its id, and the activation makes the function. */
export function abandonedAlone({
  slug,
  name,
  verify_jwt,
}: Pick<ListedFunction, "slug" | "name" | "verify_jwt">): Abandoned {
  const settings = verify_jwt === undefined ? {} : { verify_jwt };
  return {
    listed: { id: randomUUID(), slug, name, status: "ACTIVE", version: 1, ...settings },
    isListed: false,
  };
}

/**
 * Activates abandoned bundles. By what number is written down before it, and what they are after it: whoever finds one
 * live, because this process has ended, knows that it is not somebody else's deployment (ADR 36); by its name also who
 * has nothing of what was written down (ADR 49).
 * @throws {UserError} PR304 and the like when the platform does not take it.
 */
export async function makeRoom(
  api: FunctionsApi,
  bundles: readonly Room[],
  { journal, note = async () => undefined }: RoomKeeper,
  world: Pick<Runtime, "log">,
): Promise<void> {
  const numbers: States = Object.fromEntries(
    bundles.map(({ listed: { slug, id, version }, isListed }) => {
      const number: Numbered = { id: isListed ? id : null, version };
      return [slug, { ...number }];
    }),
  );
  await note(numbers);
  await journal.change(roomComponent, { before: {}, intended: numbers }, async () => {
    await activateNamed(api, bundles, world);
    return numbers;
  });
  const states = await statesNow(api, Object.keys(numbers), world);
  if (states === undefined) return;
  await note(states);
  await journal.change(roomComponent, { before: numbers, intended: states }, async () => states);
}

/** Where the platform refuses such a name, the room is made all the same: what is wanted waits for it. */
async function activateNamed(
  api: FunctionsApi,
  bundles: readonly Room[],
  { log }: Pick<Runtime, "log">,
): Promise<void> {
  const named = bundles.map(({ listed, wanted }) => {
    const { name, version } = listed;
    return { ...listed, name: roomName(name, version, wanted) };
  });
  try {
    return await activateAll(api, named);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "PR304") throw error;
    log.info(`${describe(error)} It is asked once more, without saying in a name that it makes room.`);
  }
  await activateAll(
    api,
    bundles.map(({ listed }) => listed),
  );
}

/** Where it cannot be read, the numbers must do. */
async function statesNow(
  api: FunctionsApi,
  slugs: readonly string[],
  { log }: Pick<Runtime, "log">,
): Promise<States | undefined> {
  try {
    return statesIn(await inspectLive(api, slugs), slugs);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.warn(`What the abandoned bundles of ${slugs.join(", ")} are could not be read: ${describe(error)}`);
    return undefined;
  }
}
