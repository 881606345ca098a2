/** A service that asks for more than five minutes is not waited for as it asks. */
const longest = 300_000;

/**
 * How long a service says to wait, in ms: by `Retry-After` (seconds or a date), else by `X-RateLimit-Reset` (seconds,
 * or a time since 1970 in seconds). 0 where neither says anything of use: then whoever asks backs off by itself.
 */
export function waitFrom(headers: Pick<Headers, "get">, now: number): number {
  const said = [afterOf(headers.get("retry-after"), now), resetOf(headers.get("x-ratelimit-reset"), now)];
  return said.find((ms) => ms > 0 && ms <= longest) ?? 0;
}

function afterOf(text: string | null, now: number): number {
  if (text === null || text.trim() === "") return 0;
  const seconds = Number(text);
  return Number.isNaN(seconds) ? Date.parse(text) - now : seconds * 1000;
}

function resetOf(text: string | null, now: number): number {
  const seconds = Number(text ?? "");
  return seconds > 1e9 ? seconds * 1000 - now : seconds * 1000;
}
