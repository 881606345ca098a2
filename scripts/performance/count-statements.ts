import { once } from "node:events";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** What was sent to a server so far. */
export interface Sent {
  /** Simple queries and executions of prepared ones; a query of several statements is one. */
  readonly statements: number;
  readonly bytes: number;
}

/** A way to a PostgreSQL server on which everything that clients send is counted. */
export interface CountedWay {
  readonly port: number;
  /** The same address, by this way. */
  through(url: string): string;
  /** What all clients have sent that are gone by now. */
  sent(): Sent;
  close(): Promise<void>;
}

/** Passes on what clients send to a server on this machine, and counts it by the protocol's own messages. */
export async function countStatements(port: number): Promise<CountedWay> {
  const counted: { statements: number; bytes: number }[] = [];
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ host: "127.0.0.1", port, noDelay: true });
    const reader = messageReader();
    const own = { statements: 0, bytes: 0 };
    client.on("data", (data) => {
      reader.take(data);
      own.statements = reader.statements();
      own.bytes += data.length;
    });
    client.once("close", () => counted.push(own));
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.once("close", () => open.delete(from));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: own } = server.address() as AddressInfo;
  return {
    port: own,
    through: (url) => url.replace(`:${port}/`, `:${own}/`),
    sent: () => counted.reduce(plus, { statements: 0, bytes: 0 }),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

function plus(one: Sent, other: Sent): Sent {
  return { statements: one.statements + other.statements, bytes: one.bytes + other.bytes };
}

/** The first message of a connection has no type; all others have one, and their length behind it. */
function messageReader() {
  let rest = Buffer.alloc(0);
  let started = false;
  let statements = 0;
  const next = (): boolean => {
    const head = started ? 1 : 0;
    if (rest.length < head + 4) return false;
    const end = head + rest.readInt32BE(head);
    if (rest.length < end) return false;
    if (started && (rest[0] === query || rest[0] === execute)) statements += 1;
    started = true;
    rest = rest.subarray(end);
    return true;
  };
  return {
    take: (data: Buffer): void => {
      rest = Buffer.concat([rest, data]);
      while (next());
    },
    statements: () => statements,
  };
}

const [query, execute] = ["Q".charCodeAt(0), "E".charCodeAt(0)];
