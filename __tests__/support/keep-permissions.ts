import { readFile } from "node:fs/promises";
import { heldIn } from "../../kit/action/held-in.ts";
import { keepReliability } from "../../scripts/reliability/keep.ts";

/** One right that was taken away: of which action or part, whose it is, and what came of it. */
export type TakenAway = readonly [by: string, service: string, right: string, without: "fails" | "said"];

/** Notes what is tried, and that it held where the work of its test goes through; `keep` at the end keeps it. */
export function takingAway() {
  const [tried, held]: readonly [TakenAway[], TakenAway[]] = [[], []];
  return {
    trying: async (row: TakenAway, work: () => Promise<void>): Promise<void> => {
      tried.push(row);
      await work();
      held.push(row);
    },
    keep: () => keepPermissions(tried, held),
  };
}

const columns = ["who needs it", "of", "right that is taken away", "without it", "tried", "held"] as const;

/**
 * Keeps what was tried, with `PERMISSIONS_SAVE=1`, beside the rows that other tests have kept: the ordinary tests try some,
 * the stories those that need a whole world. `tried` are all, `held` those that held.
 */
export async function keepPermissions(
  tried: readonly TakenAway[],
  held: readonly TakenAway[],
): Promise<void> {
  if (process.env["PERMISSIONS_SAVE"] !== "1") return;
  const key = (row: readonly string[]): string => row.slice(0, 3).join(" · ");
  const count = (all: readonly TakenAway[], row: TakenAway): string =>
    String(all.filter((one) => key(one) === key(row)).length);
  const own = new Map(
    tried.map((row) => [key(row), [...row, count(tried, row), count(held, row)] as readonly string[]]),
  );
  const rows = [...new Map([...(await keptRows()).map((row) => [key(row), row] as const), ...own]).values()];
  rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const sum = (at: number): number => rows.reduce((all, row) => all + Number(row[at]), 0);
  await keepReliability("permissions", {
    what: "Of what an action declares that its tokens must be allowed, one is taken away, at stand-ins that enforce it: it fails in one message that names the right or the token, and has changed nothing, or does its work and says what it could not learn",
    command:
      "PERMISSIONS_SAVE=1 npm test -- -i one-right-less && PERMISSIONS_SAVE=1 npm run stories -- -i permissions rights-of-jobs && PERMISSIONS_SAVE=1 npm run engines -- rights-of-jobs",
    tried: sum(4),
    held: sum(5),
    columns: [...columns],
    rows,
  });
}

async function keptRows(): Promise<readonly (readonly string[])[]> {
  const text = await readFile("docs/reliability/permissions.json", "utf8").catch(() => "{}");
  const rows = heldIn<unknown>(JSON.parse(text) as Record<string, unknown>, "rows");
  return Array.isArray(rows) ? (rows as readonly (readonly string[])[]) : [];
}
