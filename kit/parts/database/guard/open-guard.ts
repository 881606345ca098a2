import type { Runtime } from "../../../action/runtime.ts";
import { describe } from "../../../errors/user-error.ts";
import type { Asked, Database, Row } from "../../../ports/database.ts";
import type { Implied } from "../../../judge/implied.ts";
import type { Policy } from "../../../judge/policy.ts";
import { type DatabaseInputs, policyFrom } from "../inputs.ts";
import type { MigrationPlan, Step } from "../plan/plan-database.ts";
import type { Aside } from "./aside.ts";
import { type EffectsWatch, watchEffects } from "./effects.ts";
import type { MadeBefore } from "./made-before.ts";
import { sayTags } from "./say-tags.ts";
import { type Effect, type Shown, isShown, unshown } from "./shown.ts";
import type { Horizon } from "./touched.ts";
import { UnshownEffects, sayEffects } from "./unshown-effects.ts";
import { type Watch, watchdog } from "./watchdog.ts";

/** Looks at the transactions of a file. */
export interface TransactionCheck {
  /** Before its BEGIN: the author may set how it is isolated before anything is asked in it. */
  begin(): Promise<void>;
  /** What is to be asked behind its statements. */
  readonly question: Asked;
  /** Before its COMMIT, with what the server said of each statement, and the answer. @throws {UnshownEffects} */
  end(tags: readonly string[], answer: readonly Row[]): Promise<void>;
}

/** What looks at a migration while it runs, from inside of its transactions and from beside. */
export interface Guard {
  watch(): Watch;
  checkOf(step: Step): TransactionCheck;
  /**
   * Looks at files that are tried one behind the other in a transaction that is rolled back: what the policy lets pass is
   * told when the file runs for good.
   */
  tries(): (step: Step) => TransactionCheck;
  /** What was there when it was opened. */
  readonly horizon: Horizon;
  /** What was done beyond the plan, and let pass by the policy; a line each. */
  told(): readonly string[];
}

type World = Pick<Runtime, "clock" | "log">;
interface Approved extends Pick<MigrationPlan, "waived" | "warned"> {
  readonly isOurs: MadeBefore;
  readonly implied: Implied;
}

/** What the server has said of a transaction, and what was seen of it before. */
interface Seen {
  readonly tags: readonly string[];
  readonly answer: readonly Row[];
  /** What was seen of files before it that are in the same transaction, and what was shown of them. */
  readonly earlier: ReadonlySet<string>;
  readonly shownBefore: readonly Shown[];
}

/** Guards what the session does from now on. */
export async function openGuard(
  world: World,
  { database, pid }: { readonly database: Database; readonly pid: number },
  aside: Aside,
  inputs: DatabaseInputs,
  plan: Approved,
): Promise<Guard> {
  const other = await reached(world, aside, inputs.blocksSessions > 0);
  const effects = await watchEffects(database, other, plan.implied);
  const patience = { sessions: other ? inputs.blocksSessions : 0, ms: inputs.blocksFor };
  const told: string[] = [];
  const unshownIn = comparing(world, effects, plan, policyFrom(inputs));
  return {
    ...watchdog(world, aside, pid, patience),
    horizon: effects.horizon,
    told: () => told,
    checkOf: (step) => ({
      begin: effects.begin,
      question: effects.question,
      end: async (tags, answer) => {
        const seen = { tags, answer, earlier: new Set<string>(), shownBefore: [] };
        told.push(...tell(world, step, (await unshownIn(step, seen)).warn));
      },
    }),
    tries: () => {
      let earlier: ReadonlySet<string> = new Set();
      const shownBefore: Shown[] = [];
      return (step) => ({
        begin: effects.begin,
        question: effects.question,
        end: async (tags, answer) => {
          const { all } = await unshownIn(step, { tags, answer, earlier, shownBefore });
          earlier = new Set(all.map(keyOf));
          shownBefore.push(shownOf(step, plan));
        },
      });
    },
  };
}

/** Holds what a file has done against what was shown of it. @throws {UnshownEffects} */
function comparing({ log }: World, effects: EffectsWatch, plan: Approved, policy: Policy) {
  return async (step: Step, { tags, answer, earlier, shownBefore }: Seen) => {
    const rows = sayTags(tags);
    if (rows !== undefined) log.info(rows);
    const shown = shownOf(step, plan);
    const isTold = (effect: Effect): boolean =>
      [...shownBefore, shown].some((one) => isShown(effect, one, policy));
    const seen = await effects.effects(answer, isTold);
    const all = seen.filter(({ thing }) => !plan.isOurs(thing));
    const own = all.filter((effect) => !earlier.has(keyOf(effect)));
    const { fail, warn } = unshown(own, shown, policy);
    if (fail.length > 0) throw new UnshownEffects(fail);
    return { warn, all };
  };
}

function tell({ log }: World, { file: { path: file } }: Step, effects: readonly Effect[]): readonly string[] {
  const lines = sayEffects(effects).map((what) => `${file}: ${what}, which its plan did not show.`);
  for (const line of lines) log.warn(line, { file });
  return lines;
}

function keyOf({ thing, what }: Effect): string {
  return `${thing}\n${what}`;
}

/** The second connection, if it is to be had. */
async function reached({ log }: World, aside: Aside, watches: boolean): Promise<Aside | undefined> {
  try {
    await aside.query("select 1");
    return aside;
  } catch (error) {
    const unwatched = watches ? " Nobody watches for how long this migration holds up live sessions;" : "";
    log.warn(
      `There is no second connection: ${describe(error)}.${unwatched} what it does is compared with its plan by a look at the whole catalog before each file. \`lock-timeout\` still bounds how long it waits for a lock.`,
    );
    return undefined;
  }
}

function shownOf({ file, execution, updates }: Step, { waived, warned }: Approved): Shown {
  return {
    updates,
    findings: [...waived, ...warned].filter((finding) => finding.file === file.path),
    statements: execution.segments.flatMap(({ statements }) => statements),
  };
}
