/** Where in a world's folder its canary children leave what they have seen. */
export const childrenFolder = "children";

/**
 * A program of the app's own that writes down all that it can see of its environment, and tells a decoy in every way
 * that it knows: whoever looks for secrets must find that one, and no other. Accounts are meant for the suites, which
 * say so and leave them out. `hook` is a server that listens to anything.
 */
export function canaryChild({
  folder,
  decoy,
  hook,
}: {
  folder: string;
  decoy: string;
  hook: string;
}): string {
  return `import { mkdirSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
const decoy = ${JSON.stringify(decoy)};
const hook = ${JSON.stringify(hook)};
const folder = ${JSON.stringify(folder)};
const [, , kind = "child"] = process.argv;
const quietly = (look) => { try { return look(); } catch { return ""; } };
const accounts = process.env.CANARY_ACCOUNT ?? "";
const seen = {
  env: { ...process.env },
  argv: process.argv,
  environ: quietly(() => readFileSync("/proc/self/environ", "latin1")),
  cmdlines: quietly(() => readdirSync("/proc").filter((pid) => /^\\d+$/.test(pid)).map((pid) => quietly(() => readFileSync("/proc/" + pid + "/cmdline", "latin1")))),
  open: quietly(() => readdirSync("/proc/self/fd").map((fd) => quietly(() => readlinkSync("/proc/self/fd/" + fd)))),
};
mkdirSync(folder, { recursive: true });
const text = JSON.stringify(seen);
const own = accounts === "" ? text : text.replaceAll(JSON.stringify(accounts).slice(1, -1), "(accounts)");
writeFileSync(folder + "/" + kind + "-" + process.pid + (accounts === "" ? "" : "-accounts") + ".json", own);
if (kind === "commands") {
  const bytes = Buffer.from(decoy);
  for (const said of [decoy, encodeURIComponent(decoy), bytes.toString("base64"), bytes.toString("hex"), decoy.replace(/(.{9})/g, "$1\\n")])
    console.log("canary: " + said);
  writeFileSync("canary.txt", decoy);
  writeFileSync(process.env.RUNNER_TEMP ? process.env.RUNNER_TEMP + "/canary.txt" : "canary-too.txt", decoy);
  await fetch(hook + "/?decoy=" + encodeURIComponent(decoy), { method: "POST", headers: { "x-decoy": bytes.toString("base64") }, body: decoy });
}
`;
}
