import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeArtifact } from "../../actions/build/make-artifact.ts";
import { readSite } from "../../kit/parts/web/artifact.ts";
import { systemHttp } from "../../kit/ports/http.ts";
import { fixtures } from "../support/hosts/fixtures.ts";
import { type Sink, startSink } from "../support/hosts/sink.ts";
import { asHosted, hostStage } from "../support/hosts/stage.ts";

const size = 200 * 1024 * 1024;
/** Well below one copy of the file: pieces on their way, and what the collector has not taken back yet. */
const bound = 100 * 1024 * 1024;

const scene = { folder: "", sink: undefined as Sink | undefined };

beforeAll(async () => {
  scene.folder = await mkdtemp(join(tmpdir(), "prism-rollout-big-"));
  scene.sink = await startSink();
});

afterAll(async () => {
  scene.sink?.close();
  await rm(scene.folder, { recursive: true, force: true });
});

/** How far the memory of this process rose while something was done. */
async function risen<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly bytes: number }> {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => void (most = Math.max(most, process.memoryUsage.rss())), 10);
  try {
    return { value: await work(), bytes: Math.max(most, process.memoryUsage.rss()) - before };
  } finally {
    clearInterval(look);
  }
}

test("a file of 200 MiB is built, read and uploaded without being held", async () => {
  const dist = join(scene.folder, "dist");
  const artifact = join(scene.folder, "artifact");
  await mkdir(dist);
  await writeFile(join(dist, "index.html"), "<!doctype html><head></head><body>one</body>");
  await writeFile(join(dist, "film.mp4"), "");
  await truncate(join(dist, "film.mp4"), size);
  const made = await risen(() => makeArtifact(dist, artifact, { commit: "c".repeat(40), env: {} }));
  expect(made.bytes).toBeLessThan(bound);
  const read = await risen(() => readSite(artifact));
  expect(read.bytes).toBeLessThan(bound);

  const site = await asHosted(read.value);
  for (const fixture of fixtures.filter(({ name }) => name !== "command")) {
    const stage = await hostStage(fixture);
    const sent: unknown[] = [];
    const http: typeof systemHttp = async (url, init) => {
      if (!(init?.body instanceof Blob)) return await systemHttp(url, init);
      const answer = await systemHttp(scene.sink?.url ?? "", init);
      const got = (await answer.clone().json()) as { readonly sha1: string };
      sent.push(got);
      stage.api?.pretend(got.sha1);
      return answer;
    };
    const host = await stage.host({}, { http });
    const staged = await risen(() => host.stage(site, "release-1", null));
    await stage.close();
    const film = read.value.files.find(({ path }) => path === "film.mp4");
    expect(sent).toEqual([{ size, sha1: film?.sha1 }]);
    expect(staged.bytes).toBeLessThan(bound);
    process.stderr.write(
      `${fixture.name}: 200 MiB built +${mib(made.bytes)}, read +${mib(read.bytes)}, uploaded +${mib(staged.bytes)} MiB\n`,
    );
  }
}, 120_000);

function mib(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
