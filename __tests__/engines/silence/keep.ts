import { keepReliability } from "../../../scripts/reliability/keep.ts";
import { type Told, type Waited, leftOpen, problemsOf } from "./play.ts";
import type { Service } from "./services.ts";

export interface Kept {
  readonly service: Service;
  readonly waited: Waited;
}

/** Writes what a whole run gave for docs/reliability.md. */
export async function keepTime(all: readonly Kept[], endings: ReadonlyMap<string, Told>): Promise<void> {
  const actions = [...new Set(all.map(({ service }) => service.action))];
  const rows = actions.map((action) => {
    const own = all.filter(({ service }) => service.action === action);
    const names = [...new Set(own.map(({ service }) => service.name))];
    const latest = Math.max(...own.map(({ waited }) => past(waited)));
    return [
      action,
      names.join(", "),
      String(own.length),
      String(held(own)),
      `${(latest / 1000).toFixed(1)} s`,
    ];
  });
  const ended = [...endings.values()];
  const well = ended.filter(({ ended: one }) => leftOpen(one).length === 0).length;
  rows.push(["each", "nothing: a run that nothing hinders", String(ended.length), String(well), ""]);
  await keepReliability("time", {
    what: "Each action against a service that never answers, in every way: it ends within its `time-limit` and 5 s, by itself, in one message, with no timer, socket or child left",
    command: "TIME=all npm run engines -- silence",
    tried: all.length + ended.length,
    held: held(all) + well,
    columns: ["action", "what keeps it waiting", "cases", "held", "ended at most so long after its limit"],
    rows,
    notes: [
      "An API accepts and says nothing; says its headers, or its body, a byte a second; begins its body and never ends it. A database accepts and says nothing; says a byte a second; lets in and answers no question.",
      "Times hold the start of the process, too.",
    ],
  });
}

function held(some: readonly Kept[]): number {
  return some.filter(({ waited }) => problemsOf(waited).length === 0).length;
}

function past({ ran, ended, limit }: Waited): number {
  return Math.max(0, (ended?.milliseconds ?? ran.milliseconds) - limit);
}
