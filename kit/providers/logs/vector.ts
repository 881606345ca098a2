import { UserError } from "../../errors/user-error.ts";
import { fieldsOf } from "../../ports/json-object.ts";

/** One series of an instant query: its labels, and a number that may be none. */
export interface Sample {
  readonly labels: Readonly<Record<string, unknown>>;
  readonly value: number;
}

export interface Vector {
  readonly samples: readonly Sample[];
  /** What the server warns of: what it answers may be a part. */
  readonly warnings: readonly string[];
}

/** An answer as Prometheus and Loki write it; an error that it holds, or undefined for anything else. */
export function vectorFrom(json: unknown, what: string): Vector | UserError | undefined {
  const { status, error, data, warnings } = fieldsOf(json);
  if (status === "error") {
    const said = typeof error === "string" ? error.replace(/\s+/g, " ").slice(0, 300) : "nothing more";
    return new UserError(
      "PR304",
      `${what} answered 200 with an error: ${said}`,
      "Read its reason above; nothing was counted.",
    );
  }
  const { resultType, result } = fieldsOf(data);
  if (status !== "success" || !Array.isArray(result)) return undefined;
  const rows: readonly unknown[] = resultType === "scalar" ? [{ metric: {}, value: result }] : result;
  const samples = resultType === "scalar" || resultType === "vector" ? rows.map(sampleFrom) : [undefined];
  const told = Array.isArray(warnings) ? warnings.map(String) : [];
  if (samples.includes(undefined)) return undefined;
  return { samples: samples.flatMap((one) => (one === undefined ? [] : [one])), warnings: told };
}

function sampleFrom(row: unknown): Sample | undefined {
  const { metric, value } = fieldsOf(row);
  const text: unknown = Array.isArray(value) ? value[1] : undefined;
  if (typeof text !== "string" || text.trim() === "") return undefined;
  return { labels: fieldsOf(metric), value: text === "NaN" ? Number.NaN : Number(text) };
}
