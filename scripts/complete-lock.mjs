// Adds to package-lock.json the optional packages of other platforms that `npm install` left out because the
// registry in use lacks them: `npm ci` refuses a lock without them. Run after every `npm install`; with the folder of
// another package (`-- conformance/supabase`) for the lock of that one.
import { readFileSync, writeFileSync } from "node:fs";

const folder = process.argv[2] ?? ".";
const file = new URL(`../${folder}/package-lock.json`, import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const words = {
  os: ["darwin", "linux", "win32", "freebsd", "openbsd", "netbsd", "android", "aix", "sunos", "openharmony"],
};
words.cpu = [
  "arm64",
  "x64",
  "arm",
  "ia32",
  "ppc64",
  "s390x",
  "riscv64",
  "loong64",
  "mips64el",
  "wasm32",
  "ppc64le",
];

const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = path === "" ? undefined : `${path}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    if (lock.packages[top] || (nested && lock.packages[nested]) || !/^\d/.test(version)) continue;
    lock.packages[top] = { version, optional: true, ...platformOf(name) };
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  `${added.length} optional packages of other platforms added${added.length ? `: ${added.join(", ")}` : ""}`,
);

/** What a package of one platform says of itself, read from its name (`@deno/linux-x64-glibc`). */
function platformOf(name) {
  const parts = name.split(/[/-]/);
  const pick = (list) =>
    parts.map((part) => (part === "windows" ? "win32" : part)).find((part) => list.includes(part));
  const os = pick(words.os);
  const cpu = pick(words.cpu);
  const libc = parts.some((part) => ["musl", "musleabihf"].includes(part))
    ? "musl"
    : parts.some((part) => ["gnu", "glibc", "gnueabihf"].includes(part))
      ? "glibc"
      : undefined;
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}) };
}
