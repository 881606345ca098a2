/** `<target>-<yyyymmdd>-<sha12>-<run_id>`; a re-run keeps it, the attempt is a field of the receipts. */
export function releaseId(target: string, now: number, sha: string, runId: string): string {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
  return `${target || "default"}-${day}-${sha.slice(0, 12) || "000000000000"}-${runId}`;
}

/** The default name of the environment that gates a phase. */
export function environmentOf(target: string, phase: string): string {
  return `${target}-${phase}`;
}

/** GitHub does not tell environments by capital letters, and gives a name back as whoever made it wrote it. */
export function isSameEnvironment(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
