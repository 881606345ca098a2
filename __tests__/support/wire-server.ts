import { type Socket, createServer } from "node:net";

/** A message of PostgreSQL's protocol; `length` where it says that it is of another. */
export function message(kind: string, body: Uint8Array | string = "", length?: number): Buffer {
  const bytes = Buffer.from(body);
  const size = Buffer.alloc(4);
  size.writeUInt32BE((length ?? bytes.length + 4) >>> 0);
  return Buffer.concat([Buffer.from(kind, "latin1"), size, bytes]);
}

export const ready = message("Z", "I");
export const letIn = Buffer.concat([message("R", Buffer.alloc(4)), message("K", Buffer.alloc(8)), ready]);

export function int(value: number, bytes: 2 | 4 = 2): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntBE(value, 0, bytes);
  return buffer;
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

/** Lets in, then answers each question with these bytes, one piece after the other. */
export type Answers = (question: string, number: number) => Iterable<Uint8Array>;

export interface WireServer {
  readonly url: string;
  /** Bytes that went out. */
  sent(): number;
  close(): Promise<void>;
}

/** What speaks PostgreSQL's protocol as far as these bytes do. `login` is what it says to who connects. */
export async function serveWire(answers: Answers, login: Uint8Array = letIn): Promise<WireServer> {
  const open = new Set<Socket>();
  let [sent, asked] = [0, 0];
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
    let began = false;
    let told = Promise.resolve();
    socket.on("data", (data) => {
      // What is asked at once is answered one after the other.
      for (const question of began ? questionsIn(data) : [""]) {
        const pieces = began ? answers(question, (asked += 1)) : [login];
        told = told.then(() => tell(socket, pieces));
        began = true;
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
  await new Promise<void>((go) => {
    socket.once("drain", go);
    socket.once("close", () => go());
  });
}

/** The texts of what is asked: a simple query, or a statement that is parsed. A message is taken to come in one piece. */
function questionsIn(data: Buffer): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at + 5 <= data.length; at += 1 + data.readUInt32BE(at + 1)) {
    const body = data.subarray(at + 5, at + 1 + data.readUInt32BE(at + 1));
    if (data[at] === 0x51) found.push(body.toString("utf8", 0, body.length - 1));
    if (data[at] === 0x50) found.push(body.toString("utf8", body.indexOf(0) + 1, body.lastIndexOf(0) - 2));
  }
  return found;
}
