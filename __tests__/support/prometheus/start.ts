import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../../../rehearsal/engines/child.ts";
import { freePort } from "../../../rehearsal/engines/free-port.ts";
import type { PrometheusPrograms } from "../../../scripts/prometheus/install.ts";

/** A real Prometheus on loopback. */
export interface RunningPrometheus {
  readonly url: string;
  /** The value of an expression, at a time (seconds since 1970) or now; undefined where there is no series. */
  value(query: string, time?: number): Promise<number | undefined>;
  /** Waits until an expression has this value. @throws {Error} after ten seconds, with what it had instead. */
  until(query: string, value: number): Promise<void>;
  close(): Promise<void>;
}

interface Kept {
  /** An address whose `/metrics` it reads ten times a second. */
  readonly target?: string;
  /** What it has kept from earlier, as OpenMetrics with times. */
  readonly history?: string;
}

export async function startPrometheus(
  programs: PrometheusPrograms,
  { target, history }: Kept,
): Promise<RunningPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), "prism-prometheus-"));
  await chmod(folder, 0o755);
  const data = join(folder, "data");
  if (history !== undefined) await makeBlocks(programs, folder, history);
  const jobs =
    target === undefined ? [] : [{ job_name: "app", static_configs: [{ targets: [new URL(target).host] }] }];
  const file = join(folder, "prometheus.yml");
  await writeFile(
    file,
    JSON.stringify({ global: { scrape_interval: "100ms", scrape_timeout: "100ms" }, scrape_configs: jobs }),
  );
  const port = await freePort();
  const child = startChild({
    command: programs.prometheus,
    args: [
      `--config.file=${file}`,
      `--storage.tsdb.path=${data}`,
      "--storage.tsdb.retention.time=30d",
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    env: { PATH: "/usr/bin:/bin" },
    cwd: folder,
  });
  const url = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    await child.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const running = { url, close, value: valueAt(url), until: waiting(url) };
  const isUp = (): Promise<number> =>
    fetch(`${url}/-/ready`).then(
      ({ status }) => status,
      () => 0,
    );
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await isUp()) === 200) return running;
    if ((await Promise.race([child.ended, pause()])) !== undefined) break;
  }
  await close();
  throw new Error(`Prometheus does not answer: ${child.tail()}`);
}

async function makeBlocks({ promtool }: PrometheusPrograms, folder: string, history: string): Promise<void> {
  const file = join(folder, "history.txt");
  await writeFile(file, history);
  const args = ["tsdb", "create-blocks-from", "openmetrics", file, join(folder, "data")];
  const { status, stderr } = spawnSync(promtool, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`promtool: ${stderr}`);
}

function valueAt(url: string): RunningPrometheus["value"] {
  return async (query, time) => {
    const asked = new URLSearchParams({ query, ...(time === undefined ? {} : { time: String(time) }) });
    const answer = await fetch(`${url}/api/v1/query?${asked.toString()}`);
    const { data } = (await answer.json()) as { data?: { result: readonly { value: [number, string] }[] } };
    const [only] = data?.result ?? [];
    return only === undefined ? undefined : Number(only.value[1]);
  };
}

function waiting(url: string): RunningPrometheus["until"] {
  const value = valueAt(url);
  return async (query, wanted) => {
    let had: number | undefined;
    for (let tries = 0; tries < 200; tries += 1) {
      had = await value(query);
      if (had === wanted) return;
      await pause();
    }
    throw new Error(`${query} is ${had ?? "nowhere"} after ten seconds, and not ${wanted}`);
  };
}

function pause(): Promise<undefined> {
  return new Promise((again) => setTimeout(again, 50, undefined));
}
