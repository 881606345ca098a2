import { join } from "node:path";
import { unpacked } from "../debian/unpack.ts";

/** A real Prometheus, and the program that makes its blocks of data. */
export interface PrometheusPrograms {
  readonly prometheus: string;
  readonly promtool: string;
}

/** The programs, fetched the first time. Otherwise why they cannot be had here. */
export function installPrometheus(): PrometheusPrograms | { readonly why: string } {
  const folder = unpacked("prometheus", ["prometheus"]);
  if (typeof folder !== "string") return folder;
  return {
    prometheus: join(folder, "usr/bin/prometheus"),
    promtool: join(folder, "usr/bin/promtool"),
  };
}
