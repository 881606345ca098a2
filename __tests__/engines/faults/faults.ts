/** What a network or a vendor does to one call; `carried` ones were carried out. */
export const httpFaults = [
  "refused",
  "reset",
  "stalled",
  "delayed",
  "truncated",
  "429",
  "429 with Retry-After",
  "500",
  "502 page",
  "page",
  "error in a 200",
  "invalid JSON",
  "answer lost",
] as const;

export const databaseFaults = ["refused", "reset", "stalled", "delayed", "truncated", "answer lost"] as const;

export type FaultName = (typeof httpFaults)[number];

/** A fault at one call, or at that call and all that come after it to the same service. */
export interface Fault {
  readonly name: FaultName;
  readonly onwards: boolean;
}

/** From here on always: a service that is down, one that fails, one that limits. */
const onwards: readonly FaultName[] = ["refused", "500", "429"];

/** All faults that a call can meet. */
export function faultsOf(call: string): readonly Fault[] {
  const isDatabase = call.startsWith("database ");
  const names = isDatabase ? databaseFaults : httpFaults;
  const lasting = onwards.filter((name) => (names as readonly string[]).includes(name));
  return [
    ...names.map((name) => ({ name, onwards: false })),
    ...lasting.map((name) => ({ name, onwards: true })),
  ];
}

export function sayFault({ name, onwards: lasting }: Fault): string {
  return lasting ? `${name} from here on` : name;
}

/** A fault, and the call that meets it. */
export interface Order {
  readonly call: string;
  readonly fault: Fault;
}

/** Names the calls of one process, and says which of them meets a fault. */
export interface CallBook {
  /** Oldest first: the service, what was asked of it, and for the how manieth time. */
  readonly calls: readonly string[];
  /** Whether the call that was ordered has come. */
  readonly hit: boolean;
  note(what: string): FaultName | undefined;
}

export function newBook(order?: Order): CallBook {
  const calls: string[] = [];
  const counts = new Map<string, number>();
  let hit = false;
  return {
    calls,
    get hit() {
      return hit;
    },
    note: (what) => {
      const count = (counts.get(what) ?? 0) + 1;
      counts.set(what, count);
      const call = `${what} #${count}`;
      calls.push(call);
      if (order === undefined) return undefined;
      const lasts = hit && order.fault.onwards && serviceOf(call) === serviceOf(order.call);
      if (call !== order.call && !lasts) return undefined;
      hit = true;
      return order.fault.name;
    },
  };
}

function serviceOf(call: string): string {
  return call.split(" ", 1)[0] ?? "";
}
