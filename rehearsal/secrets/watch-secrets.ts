import { relative, join, sep } from "node:path";
import type { JobRef, PlayEvent } from "../player/player.ts";
import type { ReleaseReport } from "../report/model.ts";
import type { GithubState } from "../stand-ins/github/state.ts";
import type { World } from "../world/world.ts";
import { childrenFolder } from "./canary-child.ts";
import { type Kept, canariesOf } from "./canaries.ts";
import { changedFiles } from "./changed-files.ts";
import { type Overheard, overhearServers } from "./overhear-servers.ts";
import { runnersOwnIn } from "./runners-own.ts";
import { type Finding, type Sought, seekerOf } from "./seeker.ts";

type Watched = Parameters<typeof canariesOf>[0] & Pick<World, "folder">;

/** Looks for every secret of a world in everything that a play of it leaves anywhere. */
export interface SecretWatch {
  event(event: PlayEvent): void;
  /** A line as a process has said it, before a runner hides anything. */
  said(job: JobRef, line: string): void;
  /** Looks at something else that was made. */
  look(place: string, where: string, what: string | Buffer): void;
  end(report: Pick<ReleaseReport, "phases" | "evidence">): Sought;
}

export function watchSecrets(world: Watched): SecretWatch {
  let kept: readonly Kept[] = [];
  const seeker = seekerOf(() => kept);
  const said = new Map<string, string[]>();
  const runners = join(world.folder, "runners");
  const changed = changedFiles(runners);
  const learn = (): void => void (kept = canariesOf(world));
  const lookAround = (): void => {
    for (const [path, content] of changed()) {
      const where = relative(runners, path);
      seeker.look(kindOf(where), where, content);
    }
  };
  learn();
  const deafen = overhearServers((request) => {
    const where = `${request.method} to port ${request.port}`;
    for (const [place, text] of partsOf(request, kept)) seeker.look(place, where, text);
  });
  return {
    said: ({ key }, line) => {
      // So a runner is told what to hide; it does not tell that on.
      if (line.startsWith("::add-mask::")) return;
      const own = said.get(key) ?? [];
      said.set(key, own);
      own.push(line);
    },
    event: (event) => {
      if (event.kind === "job-started") learn();
      if (event.kind === "step-finished") lookAround();
      seeker.look("what the player tells", event.kind, JSON.stringify(event));
    },
    look: seeker.look,
    end: (report) => {
      deafen();
      for (const [key, own] of said) seeker.look("log as it was said", key, own.join("\n"));
      lookAtEnd(world, report, seeker.look);
      const found = [...seeker.findings(), ...namedIn(join(world.folder, childrenFolder))];
      return { secrets: kept.length, places: seeker.places(), found };
    },
  };
}

function lookAtEnd(
  world: Pick<World, "github" | "folder">,
  { phases, evidence = "" }: Parameters<SecretWatch["end"]>[0],
  look: SecretWatch["look"],
): void {
  for (const { name, summary, log } of phases) {
    look("summary", name, summary);
    look("log as it is shown", name, log.join("\n"));
  }
  look("evidence", "evidence.json", evidence);
  world.github.change((state) => look("record and issues", "GitHub", recordOf(state)));
  const folders = [
    ["artifact", "artifacts"],
    [ofChildren, childrenFolder],
  ] as const;
  for (const [place, folder] of folders) {
    for (const [path, content] of changedFiles(join(world.folder, folder))())
      look(place, relative(world.folder, path), content);
  }
}

const ofChildren = "environment of a child";

/** What a child can see of its runner, by name: a file of commands, or an address, is no secret, and nothing for it. */
function namedIn(folder: string): readonly Finding[] {
  return changedFiles(folder)().flatMap(([path, content]) => {
    const where = join(childrenFolder, relative(folder, path));
    const names = runnersOwnIn(content.toString("utf8"));
    return names.map((secret) => ({ secret, how: "its name", place: ofChildren, where }));
  });
}

function kindOf(path: string): string {
  const folders = path.split(sep);
  if (folders.includes("_files")) return "output, state, environment and summary files";
  return folders.includes("_temp") ? "temp folder of a job" : "workspace of a job";
}

/** All of GitHub that people and programs can read: not its secrets, nor its tokens. */
function recordOf(state: GithubState): string {
  const { tokens: _tokens, environments, runs, ...others } = state;
  return JSON.stringify({
    ...others,
    environments: environments.map(({ secrets: _secrets, ...one }) => one),
    runs: runs.map(({ artifacts: _artifacts, ...one }) => one),
  });
}

/** The headers in which a secret may go to its own vendor. */
const own = ["authorization", "fastly-key", "x-purge-token", "x-vercel-protection-bypass", "cookie"];

function partsOf(request: Overheard, kept: readonly Kept[]): readonly (readonly [string, string | Buffer])[] {
  const fine = kept.filter(({ mayGoTo }) => mayGoTo(request.port));
  const isHook = fine.some(({ value }) => URL.canParse(value) && new URL(value).pathname === request.url);
  const headers = Object.entries(request.headers).map(([name, value]) => {
    const text = [value ?? ""].flat().join("\n");
    if (!own.includes(name)) return `${name}: ${text}`;
    return `${name}: ${fine.reduce((left, { value: secret }) => left.replaceAll(secret, ""), text)}`;
  });
  return [
    ["address of a request", isHook ? "" : request.url],
    ["headers of a request", headers.join("\n")],
    ["body of a request", request.body],
  ];
}
