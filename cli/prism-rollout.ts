#!/usr/bin/env node
import { environments } from "./environments/environments.ts";
import { judge } from "./judge/judge.ts";
import { rehearse } from "./rehearse/rehearse.ts";
import { verify } from "./verify/verify.ts";

const usage = `prism-rollout <command>

  rehearse      Play a whole release on this machine. See: prism-rollout rehearse --help
  judge         Judge a folder of migrations. See: prism-rollout judge --help
  verify        Check the evidence of a release, offline. See: prism-rollout verify --help
  environments  Make the environments on GitHub that rollout.yml declares. See: prism-rollout environments --help
`;

const [command, ...rest] = process.argv.slice(2);

if (command === "rehearse") {
  process.exitCode = await rehearse(rest, process);
} else if (command === "judge") {
  process.exitCode = await judge(rest, process);
} else if (command === "verify") {
  process.exitCode = await verify(rest, process);
} else if (command === "environments") {
  process.exitCode = await environments(rest, process);
} else if (command === "--help" || command === "-h") {
  console.log(usage);
} else {
  console.error(command === undefined ? usage : `There is no command ${command}.\n\n${usage}`);
  process.exitCode = 64;
}
