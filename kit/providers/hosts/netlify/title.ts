import type { Said } from "../host.ts";

export const nothingSaid: Said = { release: null, artifact: null, marker: null, previous: null };

const words = /^prism-rollout release=(\S+) artifact=([0-9a-f]+) marker=(\S+) previous=(\S+)$/;

/** A deploy's title is all that Netlify keeps of what we say of it. */
export function titleOf(said: {
  readonly release: string;
  readonly artifact: string;
  readonly marker: string;
  readonly previous: string | null;
}): string {
  const { release, artifact, marker, previous } = said;
  return `prism-rollout release=${release} artifact=${artifact} marker=${marker} previous=${previous ?? "none"}`;
}

/** What a deploy says of itself; nothing where another tool has made it. */
export function saidIn(title: string | null | undefined): Said {
  const [, release, artifact, marker, previous] = words.exec(title ?? "") ?? [];
  if (release === undefined || artifact === undefined || marker === undefined) return nothingSaid;
  return { release, artifact, marker, previous: previous === "none" ? null : (previous ?? null) };
}
