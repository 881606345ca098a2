/** A fragment of JSON Schema, as `schemas/rollout.schema.json` holds it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The way into a value: keys and places in lists. */
export type Steps = readonly (string | number)[];

/** Where a part of a value stands, as messages name it: `rollout.yml:12:3`. */
export type Locate = (steps: Steps) => string;

/** One thing that is wrong inside of a value, as a sentence without its full stop. */
export interface Misfit {
  readonly steps: Steps;
  readonly says: string;
}

/** What was wrong with a value, for the list of everything that is wrong. `inside`: each thing apart, at its place. */
export interface Refused {
  readonly expected: string;
  readonly write: string;
  readonly inside?: readonly Misfit[];
}

/** Either the typed value or what was expected instead. */
export type Parsed<Value> = { readonly value: Value } | Refused;

/**
 * One declared input. `parse` takes a text (from `with:`) or a YAML value (from `rollout.yml`) and never
 * throws; `locate` says where in `rollout.yml` its parts stand. `fallback` is the default as a person would write it. A
 * secret is never read from `rollout.yml`.
 */
export interface Input<Value> {
  readonly description: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly fallback?: string;
  readonly kind: string;
  readonly schema: JsonSchema;
  readonly parse: (raw: unknown, locate?: Locate) => Parsed<Value>;
}

export interface Texts {
  readonly description: string;
  readonly default?: string;
}

/** A required input, or one with a default. */
function declare<Value>(
  { description, default: fallback }: Texts,
  kind: string,
  schema: JsonSchema,
  parse: (raw: unknown) => Parsed<Value>,
): Input<Value> {
  const common = { description, secret: false, kind, schema, parse };
  return fallback === undefined ? { ...common, required: true } : { ...common, required: false, fallback };
}

/** Any text that is not empty. Numbers and booleans of YAML are taken as they are written. */
export function text(texts: Texts): Input<string> {
  const schema = { type: ["string", "number", "boolean"], pattern: "\\S" };
  return declare(texts, "text", schema, (raw) =>
    isScalar(raw) && String(raw).trim() !== ""
      ? { value: String(raw).trim() }
      : { expected: "a text", write: "one line of text" },
  );
}

/** The base address of an API: `https://…`, or `http://…`. */
export function url(texts: Texts): Input<string> {
  const schema = { type: "string", pattern: "^https?://[^/\\s]" };
  return declare(texts, "URL", schema, (raw) => {
    const value = typeof raw === "string" ? raw.trim() : "";
    if (/^https?:\/\/[^/\s]/.test(value) && URL.canParse(value)) return { value };
    return { expected: "a URL", write: texts.default ?? "https://api.example.com" };
  });
}

/** A text that is masked before anything is parsed, and only ever comes from `with:`. */
export function secret(texts: Texts): Input<string> {
  return { ...text(texts), secret: true, kind: "secret" };
}

/** `true` or `false`, as YAML 1.2 writes them. */
export function flag(texts: Texts): Input<boolean> {
  const schema = { type: ["boolean", "string"], pattern: "^(true|false)$" };
  return declare(texts, "true or false", schema, (raw) => {
    if (raw === true || raw === "true") return { value: true };
    if (raw === false || raw === "false") return { value: false };
    return { expected: "true or false", write: "true" };
  });
}

/** A whole number within bounds. */
export function integer(texts: Texts & { min?: number; max?: number }): Input<number> {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = texts;
  const bounds = { minimum: min, ...(texts.max === undefined ? {} : { maximum: max }) };
  const schema = { type: ["integer", "string"], pattern: "^\\s*-?\\d+\\s*$", ...bounds };
  return declare(texts, "number", schema, (raw) => {
    const value = typeof raw === "string" && /^-?\d+$/.test(raw.trim()) ? Number(raw) : raw;
    const fits = typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
    if (fits) return { value };
    const range =
      texts.max === undefined ? `a whole number from ${min}` : `a whole number from ${min} to ${max}`;
    return { expected: range, write: texts.default ?? String(min) };
  });
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A duration with its unit (`250ms`, `30s`, `5m`, `2h`, `1d`), in milliseconds. */
export function duration(texts: Texts): Input<number> {
  return declare(texts, "duration", { type: "string", pattern: "^\\d+(ms|s|m|h|d)$" }, (raw) => {
    const found = typeof raw === "string" ? /^(\d+)(ms|s|m|h|d)$/.exec(raw) : null;
    const unit = found?.[2] === undefined ? undefined : units[found[2]];
    if (found && unit !== undefined) return { value: Number(found[1]) * unit };
    return { expected: "a duration with its unit", write: texts.default ?? "30s" };
  });
}

/** One of a few words; the type, the check and the message come from one list. */
export function oneOf<const Choice extends string>(choices: readonly Choice[], texts: Texts): Input<Choice> {
  return declare(
    texts,
    choices.map((choice) => `\`${choice}\``).join(" or "),
    { enum: [...choices] },
    (raw) => {
      const value = choices.find((choice) => choice === raw);
      if (value !== undefined) return { value };
      return { expected: `one of ${choices.join(", ")}`, write: texts.default || (choices[0] ?? "") };
    },
  );
}

/** Several texts: a YAML list, or in `with:` one a line or separated by commas. */
export function list(texts: Texts): Input<readonly string[]> {
  const schema = { type: ["array", "string"], items: { type: ["string", "number", "boolean"] } };
  return declare(texts, "list", schema, (raw) => {
    if (Array.isArray(raw) && raw.every(isScalar)) return { value: raw.map(String) };
    if (typeof raw === "string") return { value: splitList(raw) };
    return { expected: "a list of texts", write: "[first, second]" };
  });
}

/** What an absent optional input is. */
export function optional<Value>(input: Input<Value>): Input<Value | undefined> {
  const { fallback: _, ...rest } = input;
  return { ...rest, required: false };
}

export function isScalar(raw: unknown): raw is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof raw);
}

/** Texts one a line or separated by commas. */
export function splitList(raw: string): readonly string[] {
  return raw
    .split(/[\n,]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
