import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { type Listening, listen } from "../../../rehearsal/stand-ins/server.ts";

/** A call to a vendor, and the moment at it: not carried out yet, or carried out and not answered yet. */
export interface Boundary {
  readonly call: number;
  readonly moment: "before" | "after";
}

/** What happens at a boundary. */
export type Happening =
  /** The process is ended there, and nothing passes after it. */
  | { readonly ends: () => void }
  /** Something else happens first, and then the call goes on. */
  | { readonly first: () => Promise<void> };

/** Stands before every API of a world: counts the calls of one process, and lets something happen at one of them. */
export interface Door {
  /** The address of the API `name`, by this door. */
  url(name: string): string;
  /** What was asked so far, oldest first: method, API and path. */
  readonly calls: readonly string[];
  /** Those that were carried out, whether or not anybody was there to hear the answer. */
  readonly carried: readonly string[];
  /** From now on calls pass, and are counted anew, up to the boundary and what happens there. */
  watch(at: Boundary | undefined, happening: Happening): void;
  /**
   * Nothing passes any more: a child of a process that was killed may call still. Resolves once what has passed was
   * carried out; what it does to a vendor comes later than the end of the process that has asked for it.
   */
  shut(): Promise<void>;
  close(): Promise<void>;
}

export async function openDoor(apis: Readonly<Record<string, string>>): Promise<Door> {
  const calls: string[] = [];
  const carried: string[] = [];
  const passing = new Set<Promise<void>>();
  let at: Boundary | undefined;
  let happening: Happening = { ends: () => undefined };
  let shut = true;
  /** Whether the call goes on. */
  const met = async (call: number, moment: Boundary["moment"]): Promise<boolean> => {
    if (!shut && isAt(at, call, moment)) {
      if ("first" in happening) await happening.first();
      else {
        shut = true;
        happening.ends();
      }
    }
    return !shut;
  };
  const pass = async (name: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const said = `${incoming.method} ${name}${incoming.url}`;
    const call = calls.push(said) - 1;
    const body = await bodyOf(incoming);
    if (!(await met(call, "before"))) return void outgoing.destroy();
    const response = await fetch(`${apis[name]}${incoming.url}`, {
      method: incoming.method ?? "GET",
      headers: headersOf(incoming),
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const answer = Buffer.from(await response.arrayBuffer());
    carried.push(said);
    if (!(await met(call, "after"))) return void outgoing.destroy();
    outgoing.writeHead(response.status, answered(response)).end(answer);
  };
  const servers = new Map<string, Listening & { readonly server: Server }>();
  for (const name of Object.keys(apis)) {
    const server = createServer((incoming, outgoing) => {
      const passed = pass(name, incoming, outgoing)
        .catch(() => void outgoing.destroy())
        .finally(() => passing.delete(passed));
      passing.add(passed);
    });
    servers.set(name, { ...(await listen(server)), server });
  }
  return {
    url: (name) => servers.get(name)?.url ?? "",
    calls,
    carried,
    watch: (boundary, what) => {
      calls.length = 0;
      carried.length = 0;
      [at, happening, shut] = [boundary, what, false];
    },
    shut: async () => {
      [at, shut] = [undefined, true];
      // Half a call that nobody sends on any more is none.
      for (const { server } of servers.values()) server.closeAllConnections();
      await Promise.all(passing);
    },
    close: async () => void (await Promise.all([...servers.values()].map((server) => server.close()))),
  };
}

/** A vendor that takes longer, in ms, hangs. */
const patience = 60_000;

function isAt(at: Boundary | undefined, call: number, moment: Boundary["moment"]): boolean {
  return at?.call === call && at.moment === moment;
}

/** The boundaries of a run that was let through: a call that only reads leaves nothing behind, answered or not. */
export function boundariesOf(calls: readonly string[]): readonly Boundary[] {
  return calls.flatMap((said, call): Boundary[] => {
    const before = { call, moment: "before" } as const;
    return /^(GET|HEAD) /.test(said) ? [before] : [before, { call, moment: "after" }];
  });
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Those of the connection are the next one's own. */
const ofConnection = ["host", "connection", "content-length", "transfer-encoding", "expect", "keep-alive"];

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => !ofConnection.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function answered({ headers }: Response): Record<string, string> {
  const entries = [...headers].filter(([name]) => ![...ofConnection, "content-encoding"].includes(name));
  return Object.fromEntries(entries);
}
