import { type Socket, createServer } from "node:net";

/** A message of PostgreSQL's protocol; `length` where it says that it is of another. */
export function message(kind: string, body: Uint8Array | string = "", length?: number): Buffer {
  const bytes = Buffer.from(body);
  const size = Buffer.alloc(4);
  size.writeUInt32BE((length ?? bytes.length + 4) >>> 0);
  return Buffer.concat([Buffer.from(kind, "latin1"), size, bytes]);
}

export const ready = message("Z", "I");

export function int(value: number, bytes: 2 | 4 = 2): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntBE(value, 0, bytes);
  return buffer;
}

/** The login is over; `backend` is the number of the session. */
export function letInAs(backend: number): Buffer {
  const key = message("K", Buffer.concat([int(backend, 4), int(0, 4)]));
  return Buffer.concat([message("R", int(0, 4)), key, ready]);
}

/** A column, as `RowDescription` has it; 25 is `text`. */
export interface Column {
  readonly name: string;
  readonly type?: number;
  readonly format?: number;
}

export function columns(all: readonly Column[], count = all.length): Buffer {
  const each = all.map(({ name, type = 25, format = 0 }) =>
    Buffer.concat([Buffer.from(`${name}\0`), Buffer.alloc(6), int(type, 4), Buffer.alloc(6), int(format)]),
  );
  return message("T", Buffer.concat([int(count), ...each]));
}

export function row(values: readonly (string | null)[], count = values.length): Buffer {
  const each = values.map((value) => {
    if (value === null) return int(-1, 4);
    const bytes = Buffer.from(value);
    return Buffer.concat([int(bytes.length, 4), bytes]);
  });
  return message("D", Buffer.concat([int(count), ...each]));
}

export function fields(all: Readonly<Record<string, string>>): Buffer {
  const each = Object.entries(all).map(([kind, value]) => `${kind}${value}\0`);
  return Buffer.from(`${each.join("")}\0`);
}

export const done = message("C", "SELECT 1\0");

/** The bytes that answer a question, one piece after the other; connections are counted from 0. */
export type Answers = (question: string, connection: number) => Iterable<Uint8Array>;

export interface WireServer {
  readonly url: string;
  /** Bytes that went out. */
  sent(): number;
  close(): Promise<void>;
}

/** What speaks PostgreSQL's protocol as far as these bytes do. `login` is what it says to who connects, from 0. */
export async function serveWire(
  answers: Answers,
  login: (connection: number) => Uint8Array = letInAs,
): Promise<WireServer> {
  const open = new Set<Socket>();
  let [sent, connected] = [0, 0];
  const tell = async (socket: Socket, pieces: Iterable<Uint8Array>): Promise<void> => {
    for (const piece of pieces) {
      if (socket.destroyed) return;
      sent += piece.length;
      if (!socket.write(piece)) await drained(socket);
    }
  };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => open.delete(socket));
    const [read, number] = [reader(), connected];
    connected += 1;
    let told = Promise.resolve();
    socket.on("data", (data) => {
      for (const heard of read(data)) {
        // What is asked at once is answered one after the other.
        if (heard === "end") socket.end();
        else if (heard === "begin") told = told.then(() => tell(socket, [login(number)]));
        else told = told.then(() => tell(socket, answers(heard.sql, number)));
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { readonly port: number };
  return {
    url: `postgresql://owner:secret@127.0.0.1:${port}/app`,
    sent: () => sent,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function drained(socket: Socket): Promise<void> {
  if (socket.destroyed) return;
  await new Promise<void>((go) => {
    socket.once("drain", go);
    socket.once("close", () => go());
  });
}

type Heard = "begin" | "end" | { readonly sql: string };

/** Reads what a client sends: who it is, then simple queries and statements with parameters. */
function reader(): (data: Buffer) => readonly Heard[] {
  const statements = new Map<string, string>();
  let [left, began]: [Buffer, boolean] = [Buffer.alloc(0), false];
  return (data) => {
    left = Buffer.concat([left, data]);
    const heard: Heard[] = [];
    for (;;) {
      const head = began ? 1 : 0;
      if (left.length < head + 4) return heard;
      const end = head + left.readUInt32BE(head);
      if (left.length < end) return heard;
      const [kind, body] = [String.fromCharCode(left[0] ?? 0), left.subarray(head + 4, end)];
      left = left.subarray(end);
      if (!began) heard.push("begin");
      else if (kind === "X") heard.push("end");
      else if (kind === "Q") heard.push({ sql: textsIn(body)[0] ?? "" });
      else if (kind === "P") statements.set(textsIn(body)[0] ?? "", textsIn(body)[1] ?? "");
      else if (kind === "B") heard.push({ sql: statements.get(textsIn(body)[1] ?? "") ?? "" });
      began = true;
    }
  };
}

/** The texts at the beginning of a message, each ended by a zero. */
function textsIn(body: Buffer): readonly string[] {
  const end = body.indexOf(0);
  const second = body.indexOf(0, end + 1);
  return [body.toString("utf8", 0, end), body.toString("utf8", end + 1, second < 0 ? end + 1 : second)];
}
