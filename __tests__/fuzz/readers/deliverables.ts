import { join } from "node:path";
import fc from "fast-check";
import { renderReport } from "../../../kit/action/report.ts";
import { readFunctionsIdentity } from "../../../kit/parts/checks/functions-identity.ts";
import { readLiveMarks } from "../../../kit/parts/functions/live/live-marks.ts";
import { loadSnapshot, sourceBefore, eszipBefore } from "../../../kit/parts/functions/snapshot/snapshot.ts";
import { readSite } from "../../../kit/parts/web/artifact.ts";
import { parseManifest } from "../../../kit/parts/web/kept-assets.ts";
import { markerIn, markerInVersion, stamp } from "../../../kit/parts/web/marker.ts";
import { runEvent } from "../../../kit/release/run/event.ts";
import { schemaOf } from "../../../kit/release/formats.ts";
import { readStamp } from "../../../kit/release/plan/plan-stamp.ts";
import { text } from "../arbitraries.ts";
import { mutatedText } from "../mutate.ts";
import { type Group, reading } from "../reader.ts";
import { inSandbox } from "../sandbox.ts";
import { documentLike, withFile } from "../document-like.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

const snapshot = {
  schema: schemaOf("snapshot"),
  project: "abc",
  functions: {
    hello: {
      was: {
        listed: {},
        state: {},
        source: { entrypoint: "index.ts", importMap: null, files: [{ path: "index.ts", base64: "eA==" }] },
      },
      becomes: null,
    },
  },
};
const site = {
  schema: schemaOf("artifact"),
  commit,
  digest: "d",
  marker: "m",
  files: [{ path: "index.html", sha256: "x", sha1: "y", size: 1 }],
  env: {},
};
const assets = {
  schema: schemaOf("assets"),
  releases: [{ marker: "m", files: [{ path: "assets/a.js", sha1: "a".repeat(40), size: 1 }] }],
};

export async function group(): Promise<Group> {
  return {
    readings: [
      reading({
        name: "the event of a run",
        gives: documentLike({
          number: 7,
          repository: { full_name: "acme/prism" },
          pull_request: { number: 7, head: { repo: { full_name: "acme/prism" } } },
        }),
        reads: (content) =>
          withFile("event.json", content, (root) =>
            runEvent({ GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: join(root, "event.json") }),
          ),
      }),
      reading({
        name: "the stamp of a plan",
        gives: mutatedText(fc.constant(`2026-11-22T12:00:00.000Z attempt-1 ${"a".repeat(64)}`)),
        reads: (given) => readStamp(given),
      }),
      reading({
        name: "the marks of live functions",
        gives: documentLike({ hello: "a" }),
        reads: (given) => readLiveMarks(given),
      }),
      reading({
        name: "what was found of functions",
        gives: documentLike({ is: "same", said: "x" }),
        reads: (given) => readFunctionsIdentity({ functionsIdentity: given, supabase: "abc" }),
      }),
      reading({
        name: "a snapshot of functions",
        share: 2,
        gives: documentLike(snapshot),
        reads: (content) =>
          withFile("snapshot.json", content, async (root) => {
            const read = await loadSnapshot(join(root, "snapshot.json"));
            for (const entry of Object.values(read.functions))
              [sourceBefore(entry), eszipBefore(entry)].slice();
          }),
      }),
      reading({
        name: "artifact.json of a site",
        share: 2,
        gives: documentLike(site),
        reads: (content) =>
          inSandbox(
            { "artifact.json": content, "site/index.html": "x" },
            async ({ inside }) => await readSite(inside),
          ),
      }),
      reading({
        name: "the assets that a site keeps",
        gives: documentLike(assets),
        reads: (given) => parseManifest(given, "assets"),
      }),
      reading({
        name: "a page with a marker",
        gives: mutatedText(
          fc.constant(
            '<!doctype html><html><head><meta name="rollout-build" content="a-b"></head><body>x</body></html>',
          ),
        ),
        reads: (html) => [markerIn(html), markerInVersion(html), stamp(html, "m")].slice(),
      }),
      reading({
        name: "a whole page of anything",
        gives: fc.tuple(text, text),
        reads: ([title, reason]) => renderReport(title, { verdict: "fail", reason, next: reason }),
      }),
    ],
  };
}
