/** A line in the log; time in ns since 1970. */
export interface Line {
  readonly at: bigint;
  readonly line: string;
}

type Labels = Readonly<Record<string, string>>;
type Stage = (line: string, labels: Labels) => Labels | undefined;

/** Series that one query may have. */
const most = 500;

/**
 * The forms of LogQL that `observe` asks in: `count` or `sum` over `count_over_time`, over a selector with filters, by its
 * documentation. Anything else is an error, as Loki writes it.
 */
export function evaluate(query: string, time: bigint, lines: readonly Line[]): unknown {
  const form =
    /^(count|sum)(?: by \(([\w, ]+)\) )?\((?:sum(?: by \(([\w, ]+)\) )\()?count_over_time\((.*) \[(\d+)ms\]\)\)?\)$/s;
  const [, outer, by = "", inner, pipeline = "", ms = ""] = form.exec(query) ?? [];
  const stages = stagesOf(pipeline);
  if (outer === undefined || (outer === "count") !== (inner !== undefined) || stages === undefined)
    return `parse error: the stand-in knows no such query: ${query}`;
  const from = time - BigInt(ms) * 1_000_000n;
  const seen = lines.filter(({ at }) => at > from && at <= time).flatMap(({ line }) => run(stages, line));
  const kept = inner === undefined ? seen : grouped(seen, labelsOf(inner)).map(({ labels }) => labels);
  if (inner !== undefined && kept.length > most)
    return `maximum number of series (${most}) reached for a single query; consider reducing query cardinality`;
  return grouped(kept, labelsOf(by)).map(({ labels, size }) => ({
    metric: labels,
    value: [1, String(size)],
  }));
}

function labelsOf(list: string): readonly string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function grouped(all: readonly Labels[], by: readonly string[]): readonly { labels: Labels; size: number }[] {
  const groups = new Map<string, { labels: Labels; size: number }>();
  for (const one of all) {
    // A label that is empty is a label that is not there.
    const labels = Object.fromEntries(
      by.map((name) => [name, one[name] ?? ""]).filter(([, value]) => value !== ""),
    );
    const key = JSON.stringify(by.map((name) => one[name] ?? ""));
    groups.set(key, { labels, size: (groups.get(key)?.size ?? 0) + 1 });
  }
  return [...groups.values()];
}

function run(stages: readonly Stage[], line: string): readonly Labels[] {
  let labels: Labels | undefined = {};
  for (const stage of stages) {
    labels = stage(line, labels);
    if (labels === undefined) return [];
  }
  return [labels];
}

function stagesOf(pipeline: string): readonly Stage[] | undefined {
  const selector = '{app="functions"}';
  if (!pipeline.startsWith(selector)) return undefined;
  const rest = pipeline.slice(selector.length);
  const parts = [...rest.matchAll(/ \|(~?) ((?:[^|"`]|"[^"]*"|`[^`]*`)+?)(?= \||$)/g)];
  if (parts.map(([whole]) => whole).join("") !== rest) return undefined;
  const stages = parts.map(([, tilde, text = ""]) => (tilde === "~" ? lineFilter(text) : stageOf(text)));
  return stages.includes(undefined) ? undefined : stages.flatMap((stage) => stage ?? []);
}

function lineFilter(text: string): Stage | undefined {
  const [, pattern] = /^`([^`]*)`$/.exec(text) ?? [];
  return pattern === undefined
    ? undefined
    : (line, labels) => (new RegExp(pattern).test(line) ? labels : undefined);
}

function stageOf(text: string): Stage | undefined {
  if (text.startsWith("json ")) return jsonStage(text.slice(5));
  const filters = text.split(" or ").map(labelFilter);
  if (filters.includes(undefined)) return undefined;
  return (_, labels) => (filters.some((filter) => filter?.(labels)) ? labels : undefined);
}

function jsonStage(text: string): Stage {
  const fields = [...text.matchAll(/(\w+)="(\w+)"/g)].map(
    ([, label = "", field = ""]) => [label, field] as const,
  );
  return (line, labels) => {
    try {
      const json = JSON.parse(line) as Readonly<Record<string, unknown>>;
      const own = fields.map(([label, field]) => [label, textOf(json[field])] as const);
      return { ...labels, ...Object.fromEntries(own) };
    } catch {
      return { ...labels, __error__: "JSONParserErr" };
    }
  };
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function labelFilter(text: string): ((labels: Labels) => boolean) | undefined {
  const [, number, limit] = /^(\w+) > (\d+)$/.exec(text) ?? [];
  if (number !== undefined) return (labels) => Number(labels[number] ?? "") > Number(limit);
  const [, name = "", how, value = ""] = /^(\w+)(=~|!~|!=|=)"([^"]*)"$/.exec(text) ?? [];
  const whole = new RegExp(`^(?:${value})$`);
  if (how === "=~") return (labels) => whole.test(labels[name] ?? "");
  if (how === "!~") return (labels) => !whole.test(labels[name] ?? "");
  if (how === "=") return (labels) => (labels[name] ?? "") === value;
  return how === "!=" ? (labels) => (labels[name] ?? "") !== value : undefined;
}
