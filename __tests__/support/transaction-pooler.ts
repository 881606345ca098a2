import { once } from "node:events";
import { type Socket, connect, createServer } from "node:net";

/** A pooler that gives each transaction a backend, and takes it back when the server is ready for another. */
export interface Pooler {
  readonly url: string;
  close(): Promise<void>;
}

/** Of the protocol: 3.0. */
const version = 196_608;

interface Backend {
  readonly socket: Socket;
  /** Who has it. */
  client: Socket | undefined;
}

/**
 * Speaks PostgreSQL's protocol for one database whose server trusts us. `fair` gives the backend that has waited
 * longest, otherwise the one that came back last, as PgBouncer does.
 */
export async function transactionPooler(
  url: string,
  { backends, fair }: { readonly backends: number; readonly fair: boolean },
): Promise<Pooler> {
  const all = await Promise.all(Array.from({ length: backends }, () => openBackend(url)));
  const idle = [...all];
  const clients = new Set<Socket>();
  for (const backend of all) {
    onMessages(backend.socket, (type, message) => {
      backend.client?.write(message);
      // Ready, and outside of a transaction.
      if (type !== "Z" || message[5] !== 73) return;
      backend.client = undefined;
      idle.push(backend);
    });
  }
  const server = createServer((client) => {
    clients.add(client);
    client.on("error", () => undefined);
    client.once("data", (startup) => {
      // The request for TLS comes first, and with another number than the version's.
      if (startup.readInt32BE(4) !== version) throw new Error("This pooler has no TLS.");
      client.write(welcome(clients.size));
      onMessages(client, (type, message) => {
        if (type === "X") {
          client.end();
          return;
        }
        const held = all.find((backend) => backend.client === client);
        const backend = held ?? (fair ? idle.shift() : idle.pop());
        if (backend === undefined) throw new Error("The pool is empty: give it more backends.");
        backend.client = client;
        backend.socket.write(message);
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: Object.assign(new URL(url), { port }).toString(),
    close: async () => {
      for (const socket of [...clients, ...all.map((backend) => backend.socket)]) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

async function openBackend(url: string): Promise<Backend> {
  const { hostname, port, username, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  const words = `user\0${username}\0database\0${pathname.slice(1)}\0\0`;
  const startup = Buffer.alloc(8);
  startup.writeInt32BE(8 + words.length, 0);
  startup.writeInt32BE(version, 4);
  socket.write(Buffer.concat([startup, Buffer.from(words)]));
  await new Promise<void>((ready) => onMessages(socket, (type) => type === "Z" && ready()));
  socket.removeAllListeners("data");
  return { socket, client: undefined };
}

/** Logged in, a number of our own for its backend, and ready. */
function welcome(number: number): Buffer {
  const message = (type: string, ...words: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(5 + words.length * 4, type);
    [4 + words.length * 4, ...words].forEach((word, index) => bytes.writeInt32BE(word, 1 + index * 4));
    return bytes;
  };
  return Buffer.concat([message("R", 0), message("K", 1_000_000 + number, 1), Buffer.from("Z\0\0\0\x05I")]);
}

function onMessages(socket: Socket, take: (type: string, message: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on("data", (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1;
      const message = rest.subarray(0, end);
      rest = rest.subarray(end);
      take(String.fromCharCode(message[0] ?? 0), message);
    }
  });
}
