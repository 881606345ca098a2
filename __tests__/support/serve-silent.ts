import { type Socket, createServer } from "node:net";

/** How a server keeps whoever asked it waiting. */
export interface Mood {
  readonly name: string;
  /** What it does with the first that it is told on a connection. */
  readonly answer: (socket: Socket) => void;
}

/** A server that answers nobody as it should. */
export interface Silent {
  readonly port: number;
  readonly url: string;
  /** How many have connected and asked. */
  asked(): number;
  /** When the first has. */
  readonly first: Promise<void>;
  close(): Promise<void>;
}

const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

const silent: Mood = { name: "accepts, and never says a word", answer: () => undefined };

/** What an API may do instead of answering. */
export const moods: readonly Mood[] = [
  silent,
  {
    name: "says its headers a byte a second",
    answer: (socket) => drip(socket, `${head}x-long: `, "a"),
  },
  {
    name: "says its body a byte a second",
    answer: (socket) => drip(socket, `${head}content-length: 1000000\r\n\r\n[`, " "),
  },
  {
    name: "begins its body, and never ends it",
    answer: (socket) => void socket.write(`${head}transfer-encoding: chunked\r\n\r\n1\r\n[\r\n`),
  },
];

/** What stands where a database should. */
export const databaseMoods: readonly Mood[] = [
  silent,
  {
    name: "says a byte a second",
    answer: (socket) => drip(socket, message("N", Buffer.alloc(0), 1_000_000), "S"),
  },
  {
    name: "lets in, and answers no question",
    answer: (socket) => {
      const [ready, key] = [message("Z", Buffer.from("I")), message("K", Buffer.alloc(8))];
      socket.write(Buffer.concat([message("R", Buffer.alloc(4)), key, ready]));
    },
  },
];

export async function serveSilent({ answer }: Mood): Promise<Silent> {
  const open = new Set<Socket>();
  let asked = 0;
  let tell = (): void => undefined;
  const first = new Promise<void>((done) => (tell = done));
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => open.delete(socket));
    socket.on("data", () => undefined);
    socket.once("data", () => {
      asked += 1;
      tell();
      answer(socket);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    asked: () => asked,
    first,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

function drip(socket: Socket, first: string | Buffer, byte: string): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(byte), 1000);
  socket.once("close", () => clearInterval(timer));
}

/** A message of PostgreSQL's protocol; `length` where it claims to be longer than it is. */
function message(kind: string, body: Buffer, length = body.length + 4): Buffer {
  const size = Buffer.alloc(4);
  size.writeInt32BE(length);
  return Buffer.concat([Buffer.from(kind), size, body]);
}
