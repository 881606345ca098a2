import type { PlayEvent } from "../player/player.ts";
import { collector } from "../report/collect.ts";
import { type SecretWatch, watchSecrets } from "../secrets/watch-secrets.ts";
import type { ReleaseReport } from "../report/model.ts";
import type { World } from "../world/world.ts";
import { countCalls } from "./count-calls.ts";
import { type Disturbance, disturber } from "./disturb.ts";
import { drawingIn } from "./kept-drawing.ts";
import { keptEvidence, keptFile } from "./kept-evidence.ts";
import { outcomeOf, releaseOf } from "./outcome-of.ts";
import type { Ran, ReleaseRequest } from "./play-release.ts";
import { toldBy } from "./told-by.ts";
import { type People, type Use, witness } from "./witness.ts";

/** A run or an attempt of one, as it is to be played and told. */
export interface Playing {
  readonly fail: readonly string[];
  readonly disturbance: Disturbance;
  readonly onEvent: (event: PlayEvent) => void;
  /** Who or what uses the release while it is observed; a crowd, if nobody says. */
  readonly people?: People | Use | undefined;
  /** Who looks for secrets; somebody always does. */
  readonly secrets?: SecretWatch | undefined;
  readonly play: (heard: Pick<ReleaseRequest, "onEvent" | "onSaid">) => Promise<Ran>;
}

/** What was played, and what there is to tell of it. */
export interface PlayedOne {
  readonly ran: Ran;
  readonly report: ReleaseReport;
}

/** All who hear what happens in a play. */
function listeners(world: World, playing: Playing) {
  const heard = collector();
  const calls = countCalls(world);
  const seen = witness(world, playing.fail, playing.people);
  const disturb = disturber(world.github, playing.disturbance);
  const secrets = playing.secrets ?? watchSecrets(world);
  const all = [heard.event, playing.onEvent, seen.event, calls.event, secrets.event, disturb];
  const onEvent: ReleaseRequest["onEvent"] = (event, play) => all.forEach((listen) => listen(event, play));
  return { heard, calls, seen, secrets, onEvent };
}

/** Plays, and looks at what is live before and after. */
export async function playOne(world: World, playing: Playing): Promise<PlayedOne> {
  const startedAt = Date.now();
  const before = await world.live();
  const { heard, calls, seen, secrets, onEvent } = listeners(world, playing);
  const ran = await playing.play({ onSaid: secrets.said, onEvent });
  const { peak } = await seen.end();
  const after = await world.live();
  const outcome = outcomeOf(ran, before, after);
  const phases = heard.phases(ran.result);
  const evidence = keptEvidence(world, ran.run);
  const undone = outcome === "rolled-back" || outcome === "partly-rolled-back";
  return {
    ran,
    report: {
      outcome,
      release: releaseOf(ran.result),
      commit: world.commit,
      target: world.target,
      startedAt,
      milliseconds: Date.now() - startedAt,
      phases,
      told: toldBy(ran.result),
      before,
      after,
      peak: undone ? peak : undefined,
      calls: calls.table(),
      asked: calls.calls(),
      notes: world.notes,
      evidence,
      secrets: secrets.end({ phases, evidence }),
      drawing: drawingIn(keptFile(world, ran.run, "rollout-observe-", "observation.json")),
    },
  };
}
