// Lets a plain Node run a .ts file: `node --import run-typescript.mjs file.ts`. For tests that need a process to kill.
import { register } from "node:module";

const hook = `
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
const { transform } = createRequire(${JSON.stringify(import.meta.url)})("@swc/core");
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return await next(url, context);
  const source = await readFile(fileURLToPath(url), "utf8");
  const { code } = await transform(source, { jsc: { target: "es2023", parser: { syntax: "typescript" } } });
  return { format: "module", source: code, shortCircuit: true };
}`;

register(`data:text/javascript,${encodeURIComponent(hook)}`);
