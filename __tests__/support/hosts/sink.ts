import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A server in a process of its own that keeps nothing of what it is sent, and answers with its size and sum. */
const program = `
const { createServer } = require("node:http");
const { createHash } = require("node:crypto");
createServer((request, response) => {
  const sum = createHash("sha1");
  let size = 0;
  request.on("data", (piece) => { size += piece.length; sum.update(piece); });
  request.on("end", () => response.end(JSON.stringify({ size, sha1: sum.digest("hex") })));
}).listen(0, "127.0.0.1", function () { console.log(this.address().port); });
process.on("disconnect", () => process.exit());
`;

export interface Sink {
  readonly url: string;
  close(): void;
}

export async function startSink(): Promise<Sink> {
  const child: ChildProcess = spawn(process.execPath, ["-e", program], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  if (child.stdout === null) throw new Error("the sink has no output");
  const [said] = (await once(child.stdout, "data", { signal: AbortSignal.timeout(20_000) })) as [Buffer];
  return { url: `http://127.0.0.1:${said.toString().trim()}`, close: () => void child.kill() };
}
