/** A counter as Prometheus has read it, every 15 seconds: times in seconds since 1970. */
export interface History {
  readonly kind: string;
  readonly samples: readonly (readonly [time: number, value: number])[];
}

const kinds = ["steady", "born within", "anew before it was seen", "anew in the midst"] as const;

/** What may happen to a counter before and within a time: it grows, begins, begins anew. Times from `from` to `until`. */
export function historyOf(index: number, random: () => number, from: number, until: number): History {
  const kind = kinds[index % kinds.length] ?? "steady";
  const between = (low: number, high: number): number => low + random() * (high - low);
  const begins = kind === "born within" ? between(from, until - 120) : from - between(600, 1_500);
  const anew = {
    "anew before it was seen": between(from - 20, from + 10),
    "anew in the midst": between(from + 60, until - 60),
  };
  const restart = Object.hasOwn(anew, kind) ? anew[kind as keyof typeof anew] : Number.POSITIVE_INFINITY;
  const events = Array.from({ length: Math.floor(random() * 60) }, () => between(begins, until));
  const base = kind === "born within" ? 0 : Math.floor(random() * 3) * 400;
  const value = (time: number): number => {
    const own = events.filter((at) => at <= time && (time < restart || at >= restart)).length;
    return time < restart ? base + own : own;
  };
  const first = Math.ceil(begins / 15) * 15 + Math.floor(random() * 15);
  const times = Array.from({ length: Math.floor((until - first) / 15) + 1 }, (_, at) => first + at * 15);
  return { kind, samples: times.map((time) => [time, value(time)] as const) };
}

/** By how much it has grown, as far as its samples can tell; `anew` where it began anew between two samples of the time. */
export function grown({ samples }: History, from: number): { readonly by: number; readonly anew: boolean } {
  const within = samples.filter(([time]) => time > from).map(([, value]) => value);
  const before = samples.filter(([time]) => time <= from).at(-1)?.[1] ?? 0;
  const steps = within.map((value, at) => [at === 0 ? before : (within[at - 1] ?? 0), value] as const);
  const by = steps.reduce((sum, [was, is]) => sum + (is >= was ? is - was : is), 0);
  return { by, anew: steps.slice(1).some(([was, is]) => is < was) };
}

/** As OpenMetrics, each with its place in the list as a label. */
export function openMetrics(histories: readonly History[]): string {
  const lines = histories.flatMap(({ samples }, index) =>
    samples.map(([time, value]) => `app{of="${index}"} ${value} ${time}`),
  );
  return ["# TYPE app counter", ...lines.map((line) => line.replace("app{", "app_total{")), "# EOF", ""].join(
    "\n",
  );
}
