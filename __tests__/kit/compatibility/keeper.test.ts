import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { startKeeper } from "../../../kit/compatibility/keeper.ts";

const serving = `
  const server = require("node:net").createServer().listen(0, "127.0.0.1", () => {
    process.stderr.write(JSON.stringify(server.address().port) + "\\n");
  });`;

test("a program's end is told with its last words; one that cannot be started has ended", async () => {
  const keeper = startKeeper(process.env);
  const run = (command: string, script: string) =>
    keeper.start({ command, args: ["-e", script], cwd: "/", env: { WORD: "out" } });
  const failing = run(process.execPath, "console.log(process.env.WORD, process.env.HOME); process.exit(3)");
  expect(await failing.ended).toEqual({ code: 3, tail: "out undefined\n" });
  expect(await run("/nowhere/at/all", "").ended).toMatchObject({
    code: -1,
    tail: expect.stringContaining("ENOENT"),
  });
  const endless = run(process.execPath, serving);
  endless.stop();
  expect((await endless.ended).code).not.toBe(0);
  const open = run(process.execPath, serving);
  await keeper.stop();
  expect((await open.ended).code).toBe(-1);
  expect((await run(process.execPath, "").ended).code).toBe(-1);
});

test("programs do not outlive who is killed", async () => {
  const module = pathToFileURL(join(import.meta.dirname, "../../../lib/kit/compatibility/keeper.js")).href;
  // The program tells its port by a file descriptor that is ours.
  const program = `
    const { startKeeper } = await import(${JSON.stringify(module)});
    const server = (await import("node:net")).createServer((socket) => socket.pipe(process.stdout));
    server.listen(0, "127.0.0.1", () => {
      const script = "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => " +
        "require('node:net').connect(" + server.address().port + ", '127.0.0.1').end(s.address().port + '\\\\n'))";
      startKeeper(process.env).start({ command: process.execPath, args: ["-e", script], cwd: "/", env: {} });
    });
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program]);
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  const socket = connect(Number(port.toString()), "127.0.0.1");
  await once(socket, "connect");
  socket.on("error", () => undefined);
  const gone = new Promise((resolve) => socket.once("close", resolve));
  child.kill("SIGKILL");
  await gone;
});
