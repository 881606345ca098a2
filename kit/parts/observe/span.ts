const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** «7 days», «90 minutes»: in the largest unit of which there are two. */
export function span(ms: number): string {
  const units = [
    ["day", DAY],
    ["hour", HOUR],
    ["minute", MINUTE],
  ] as const;
  const [unit, size] = units.find(([, length]) => ms >= 2 * length) ?? (["second", SECOND] as const);
  const count = Math.round(ms / size);
  return `${count.toLocaleString("en")} ${unit}${count === 1 ? "" : "s"}`;
}
