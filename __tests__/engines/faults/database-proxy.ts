import { type Server, type Socket, connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { CallBook, FaultName } from "./faults.ts";
import type { Proxy } from "./http-proxy.ts";

/** PostgreSQL's number of its protocol, 3.0; a request to cancel has another one. */
const version = 196_608;
const late = 400;
const away = 60;

/** Stands before a PostgreSQL server, and knows its protocol: a call is what is answered by one `ReadyForQuery`. */
export async function databaseProxy(to: string, book: () => CallBook): Promise<Proxy> {
  const upstream = new URL(to);
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  const after = (ms: number, act: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };
  const server = createServer((client) => {
    sockets.add(client.on("error", () => undefined));
    const open = (): Socket => {
      const opened = connect(Number(upstream.port), upstream.hostname);
      sockets.add(opened.on("error", () => undefined));
      return opened;
    };
    client.once("data", (startup: Buffer) => {
      const isSession = startup.length >= 8 && startup.readInt32BE(4) === version;
      const fault = book().note(`database ${isSession ? "connect" : "cancel"}`);
      if (fault === "refused") {
        client.destroy();
        server.close();
        after(away, () => void listenOn(server, port).catch(() => undefined));
        return;
      }
      if (fault === "stalled") return;
      if (fault === "reset") {
        client.resetAndDestroy();
        return;
      }
      begin({ client, startup, open, book, after, fault });
    });
  });
  const port = await listenOn(server, 0);
  return {
    url: Object.assign(new URL(to), { port: String(port) }).toString(),
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((closed) => server.close(closed));
    },
  };
}

interface Session {
  readonly client: Socket;
  readonly startup: Buffer;
  open(): Socket;
  book(): CallBook;
  after(ms: number, act: () => void): void;
  readonly fault: FaultName | undefined;
}

/** Passes a session on, call by call, until one of its calls meets a fault. */
function begin({ client, startup, open, book, after, fault }: Session): void {
  const server = open();
  client.on("close", () => server.end());
  server.on("close", () => client.destroy());
  const statements = new Map<string, string>();
  // Of each call that was sent and not answered: what becomes of its answer. The first is that to the start.
  const waiting: (FaultName | undefined)[] = [fault];
  let text = "";
  let broken = false;
  let held: Buffer[] | undefined;
  const forward = (message: Buffer): void =>
    void (held === undefined ? server.write(message) : held.push(message));
  const call = (message: Buffer): void => {
    const met = book().note(`database ${text}`);
    if (met === "reset" || met === "refused") {
      broken = true;
      client.resetAndDestroy();
      return;
    }
    if (met === "stalled") broken = true;
    if (met === "stalled") return;
    if (met === "delayed" && held === undefined) {
      held = [];
      after(late, () => {
        for (const one of held ?? []) server.write(one);
        held = undefined;
      });
    }
    waiting.push(met);
    forward(message);
  };
  const sent = messages((type, message) => {
    if (broken) return;
    text = labelOf(type, message, statements) ?? text;
    if (type === "Q" || type === "S") call(message);
    else forward(message);
  });
  const answered = messages((type, message) => {
    const met = waiting[0];
    if (type === "Z") waiting.shift();
    if (met === "truncated" || met === "answer lost") {
      if (met === "truncated") client.write(message.subarray(0, 3));
      if (met === "truncated" || type === "Z") client.resetAndDestroy();
      return;
    }
    client.write(message);
  });
  server.write(startup);
  client.on("data", sent);
  server.on("data", answered);
}

/** What a message says of the statement that it is about. */
function labelOf(type: string, message: Buffer, statements: Map<string, string>): string | undefined {
  if (type === "Q") return short(message.toString("utf8", 5, message.length - 1));
  if (type === "P") {
    const [name = "", sql = ""] = message.toString("utf8", 5).split("\0");
    statements.set(name, short(sql));
    return short(sql);
  }
  if (type === "B") return statements.get(message.toString("utf8", 5).split("\0")[1] ?? "");
  return undefined;
}

function short(sql: string): string {
  return sql
    .replace(/\s+/g, " ")
    .replace(/\d{4,}/g, ":n")
    .trim()
    .slice(0, 60);
}

function messages(take: (type: string, message: Buffer) => void): (data: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (data) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1;
      const message = rest.subarray(0, end);
      rest = rest.subarray(end);
      take(String.fromCharCode(message[0] ?? 0), message);
    }
  };
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.removeListener("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
