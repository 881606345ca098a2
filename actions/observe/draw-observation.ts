import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Section } from "../../kit/action/fit.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { type Events, eventsAround } from "../../kit/parts/observe/drawing/events.ts";
import { eventsSection, pathSection } from "../../kit/parts/observe/drawing/mermaid.ts";
import { type Path, pathOf } from "../../kit/parts/observe/drawing/path.ts";
import { eventsSvg, pathSvg } from "../../kit/parts/observe/drawing/svg.ts";
import type { Judging } from "../../kit/parts/observe/judging.ts";
import type { Watched } from "../../kit/parts/observe/watch-release.ts";
import type { LogSource, Question } from "../../kit/providers/logs/log-source.ts";

/** What an observation looks like: as numbers for its file, and for the page of the job. */
export interface Drawn {
  readonly path?: Path;
  readonly events?: Events;
}

/** Draws what was counted, into the folder of the artifact too. Where nothing was counted there is nothing to draw. */
export async function drawObservation(
  watched: Watched,
  question: Question,
  { source, judging }: { readonly source: LogSource; readonly judging: Pick<Judging, "limits" | "counter"> },
  world: Pick<Runtime, "log" | "temp">,
): Promise<Drawn> {
  if (watched.tally === undefined || watched.verdict.verdict === "error") return {};
  const path = pathOf(judging, watched.looks, question.from);
  const events = await eventsAround(source, question, world);
  const folder = join(world.temp, "prism-rollout", "observe");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "path.svg"), `${pathSvg(path)}\n`);
  if (events === undefined) return { path };
  await writeFile(join(folder, "events.svg"), `${eventsSvg(events)}\n`);
  return { path, events };
}

export function drawnSections({ path, events }: Drawn): readonly Section[] {
  return [
    ...(path === undefined ? [] : [pathSection(path)]),
    ...(events === undefined ? [] : [eventsSection(events)]),
  ];
}
