#!/usr/bin/env node
type Command = (args: readonly string[], process: NodeJS.Process) => Promise<number>;

/** Each loads only what is its own: a rehearsal brings stand-ins for whole vendors. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["init", async (): Promise<Command> => (await import("./init/init.ts")).init],
  ["rehearse", rehearsing],
  ["doctor", async (): Promise<Command> => (await import("./doctor/doctor.ts")).doctor],
  ["judge", async (): Promise<Command> => (await import("./judge/judge.ts")).judge],
  ["verify", async (): Promise<Command> => (await import("./verify/verify.ts")).verify],
  [
    "environments",
    async (): Promise<Command> => (await import("./environments/environments.ts")).environments,
  ],
]);

const usage = `prism-rollout <command>

  init          Write rollout.yml and the workflows for this repository. See: prism-rollout init --help
  rehearse      Play a whole release on this machine. See: prism-rollout rehearse --help
  doctor        Ask everything that a release will need. See: prism-rollout doctor --help
  judge         Judge a folder of migrations. See: prism-rollout judge --help
  verify        Check the evidence of a release, offline. See: prism-rollout verify --help
  environments  Make the environments on GitHub that rollout.yml declares. See: prism-rollout environments --help
`;

// Whoever reads may have read enough: `… | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const [name, ...rest] = process.argv.slice(2);
const load = commands.get(name ?? "");

if (load !== undefined) {
  const command = await load();
  process.exitCode = await command(rest, process);
} else if (name === "--help" || name === "-h") {
  console.log(usage);
} else {
  console.error(name === undefined ? usage : `There is no command ${name}.\n\n${usage}`);
  process.exitCode = 64;
}

async function rehearsing(): Promise<Command> {
  (await import("../rehearsal/engines/brief-node.ts")).runBriefly();
  return (await import("./rehearse/rehearse.ts")).rehearse;
}
