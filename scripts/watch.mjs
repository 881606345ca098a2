// `npm run watch [-- <part of a path>]`: compiles at every change, since the command line and the scripts run from lib/, and
// runs the tests that a change touches again; jest's own keys choose others. What tsc says goes above what jest says.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const cwd = fileURLToPath(new URL("..", import.meta.url));
const node = (...args) => spawn(process.execPath, args, { cwd, stdio: "inherit" });

const compiler = node("node_modules/typescript/bin/tsc", "--watch", "--preserveWatchOutput");
const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "--watch"];
const tests = node(...jest, ...process.argv.slice(2));

for (const [one, other] of [
  [compiler, tests],
  [tests, compiler],
]) {
  one.on("exit", (code) => {
    other.kill();
    process.exitCode = code ?? 0;
  });
}
