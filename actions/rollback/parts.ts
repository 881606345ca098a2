import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, withFix } from "../../kit/errors/user-error.ts";
import { type CdnInputs, cdnInputs } from "../../kit/parts/cdn/inputs.ts";
import { type FunctionsInputs, functionsInputs } from "../../kit/parts/functions/inputs.ts";
import { everDeployed } from "../../kit/parts/functions/undo/recorded-change.ts";
import { roomsIn } from "../../kit/parts/functions/change/rooms.ts";
import type { FunctionsSnapshot } from "../../kit/parts/functions/snapshot/snapshot.ts";
import {
  type LookBefore,
  type UndoInputs,
  lookBeforeUndo,
} from "../../kit/parts/functions/undo/undo-functions.ts";
import { type WebInputs, webInputs } from "../../kit/parts/web/inputs.ts";
import {
  recordedWebChange,
  webChangeFromHost,
  webChangeOfSeveral,
} from "../../kit/parts/web/recorded-change.ts";
import { type WebChange, undoWeb } from "../../kit/parts/web/undo-web.ts";
import type { WayBack } from "../../kit/providers/hosts/host.ts";
import type { Receipt } from "../../kit/release/record/receipt.ts";
import { type Former, formerSources } from "./former-sources.ts";
import type { Known } from "./learn.ts";
import type { RollbackInputs } from "./spec.ts";
import { toldReceipts } from "./told-receipts.ts";
import { refuseOtherFunctions, refuseOtherWeb } from "./wanted.ts";
import { once } from "../../kit/ports/once.ts";

/** A component with all that its way back needs, or why that is not to be had. */
export type Part<T> = { readonly ready: T } | { readonly problem: string };

/** What the release has changed and this target declares. A component that it did not change is absent. */
export interface Parts {
  readonly web?: Part<Pick<ReadyWeb, "inputs" | "change" | "looking">>;
  readonly cdn?: Part<{ readonly inputs: CdnInputs; readonly change: WebChange }>;
  readonly functions?: Part<ReadyFunctions>;
  /** The release that the host says is live, where nobody named one. */
  readonly release?: string;
  /** Without a record: whether an earlier attempt of this way back has begun, as far as that is told. */
  readonly wentBack: boolean;
}

/** Collects inputs and changes. Nothing is thrown for one component that another does not need. */
export async function findParts(inputs: RollbackInputs, known: Known, world: Runtime): Promise<Parts> {
  const told = await toldReceipts(inputs, known, world);
  const [web, functions] = await Promise.all([
    attempt(() => webPart(known, told, world)),
    attempt(() => functionsPart(inputs, known, told, world)),
  ]);
  const change = web !== undefined && "ready" in web ? web.ready.change : undefined;
  const cdn =
    change && world.sections.includes("purge-cdn")
      ? await attempt(async () => ({ inputs: world.section("purge-cdn", cdnInputs), change }))
      : undefined;
  const isBegun = told.some(({ phase }) => phase === "rollback");
  return {
    wentBack: isBegun || (web !== undefined && "ready" in web && web.ready.wentBack === true),
    ...(web && "ready" in web ? { release: web.ready.release } : {}),
    ...(web ? { web } : {}),
    ...(cdn ? { cdn } : {}),
    ...(functions ? { functions } : {}),
  };
}

async function attempt<T>(work: () => Promise<T | undefined>): Promise<Part<T> | undefined> {
  try {
    const ready = await work();
    return ready === undefined ? undefined : { ready };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problem: withFix(error) };
  }
}

interface ReadyWeb {
  readonly inputs: WebInputs;
  readonly change: WebChange;
  readonly release: string;
  /** What going back would come to, where that is being looked at already. */
  readonly looking?: Promise<WayBack> | undefined;
  /** It was live, by what its job has told, and is not any more. */
  readonly wentBack?: boolean;
}

async function webPart(
  known: Known,
  told: readonly Receipt[],
  world: Runtime,
): Promise<ReadyWeb | undefined> {
  const { changes, release, passed } = known;
  const receipts = changes && receiptsOf(changes, "web");
  const change = receipts && recordedWebChange(receipts);
  if (changes !== undefined && change === undefined) return undefined;
  if (change === undefined && !world.sections.includes("deploy-web")) return undefined;
  refuseAbsent(world, "deploy-web");
  const inputs = world.section("deploy-web", webInputs);
  if (receipts !== undefined && change !== undefined) {
    refuseOtherWeb(known, change.to);
    const several = passed.length > 0 ? await webChangeOfSeveral(receipts, inputs, world) : undefined;
    return { inputs, change: several ?? change, release };
  }
  const found = await webChangeFromHost(inputs, release, world);
  if (found !== undefined) return { inputs, ...found };
  // Where an earlier attempt has brought it back, and has ended before its cache was purged, only the jobs tell of it.
  const own = told.filter(({ component, phase }) => component === "web" && phase !== "rollback");
  const made = recordedWebChange(own);
  if (made === undefined) return undefined;
  const look = await undoWeb(inputs, made, world, { dryRun: true });
  const wentBack = look.outcome === "already" && own.at(-1)?.state === "done";
  return { inputs, change: made, release, looking: Promise.resolve(look), wentBack };
}

interface ReadyFunctions {
  readonly inputs: FunctionsInputs & Pick<UndoInputs, "deployed" | "rooms"> & { readonly former?: Former };
  readonly snapshot: FunctionsSnapshot;
  /** What is live of them: asked once, also by several. */
  look(): Promise<LookBefore>;
}

async function functionsPart(
  { artifacts, workingDirectory }: RollbackInputs,
  known: Known,
  told: readonly Receipt[],
  world: Runtime,
): Promise<ReadyFunctions | undefined> {
  const { changes } = known;
  const receipts = changes === undefined ? [] : receiptsOf(changes, "functions");
  if (changes !== undefined && receipts.length === 0) return undefined;
  if (changes === undefined && !world.sections.includes("deploy-functions")) return undefined;
  refuseAbsent(world, "deploy-functions");
  const declared = world.section("deploy-functions", functionsInputs);
  const rooms = roomsIn([...known.rooms, ...told]);
  const several = known.passed.length === 0 ? {} : { deployed: everDeployed(receipts) };
  const inputs = { ...declared, rooms, ...several };
  refuseOtherFunctions(known, receipts);
  const { snapshot, former } = await formerSources(
    { inputs, receipts, artifacts, workingDirectory },
    known,
    world,
  );
  if (Object.keys(snapshot.functions).length > 0) {
    const look = once(() => lookBeforeUndo(snapshot, inputs, world));
    // Without a record, whether they are new tells what the release has done: they are asked while the host is.
    if (changes === undefined) look().catch(() => undefined);
    return { inputs: { ...inputs, former }, snapshot, look };
  }
  if (receipts.length === 0) return undefined;
  const fix = "Deploy the functions of the former commit by hand.";
  throw new UserError("PR471", "The receipts of the functions do not say what was live before.", fix);
}

function receiptsOf(changes: NonNullable<Known["changes"]>, component: string): readonly Receipt[] {
  return changes.flatMap(({ receipt }) => (receipt.component === component ? [receipt] : []));
}

function refuseAbsent({ sections }: Runtime, section: string): void {
  if (sections.includes(section)) return;
  throw new UserError(
    "PR471",
    `The release has changed what ${section} deploys, but rollout.yml has no section ${section}.`,
    "Run the rollback on a commit whose rollout.yml still has it.",
  );
}
