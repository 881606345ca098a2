import type { Input, Texts } from "../../action/input.ts";

/** A million parts: rates are whole numbers of them, so that no format and no comparison needs a float. */
export const WHOLE = 1_000_000;

/** A rate as a person writes it (`1%`, `0.5%`), in parts per million: more than 0, less than a whole. */
export function rate(texts: Texts & { readonly default: string }): Input<number> {
  const { description, default: fallback } = texts;
  return {
    description,
    fallback,
    required: false,
    secret: false,
    kind: "rate",
    schema: { type: "string", pattern: "^\\d{1,2}(\\.\\d{1,4})?%$" },
    parse: (raw) => {
      const found = /^(\d{1,2})(?:\.(\d{1,4}))?%$/.exec(writtenIn(raw));
      const value = found === null ? 0 : Number(found[1]) * 10_000 + Number((found[2] ?? "").padEnd(4, "0"));
      return value > 0 ? { value } : { expected: "a rate between 0% and 100%", write: fallback };
    },
  };
}

/** YAML has no other value with such signs; a list of one is none of them. */
function writtenIn(raw: unknown): string {
  return typeof raw === "string" ? raw.trim() : "";
}

/** `10000` → `1%`. */
export function percent(parts: number): string {
  const whole = Math.floor(parts / 10_000);
  const rest = String(parts % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return `${whole}${rest === "" ? "" : `.${rest}`}%`;
}

/** How often an hour, as a person writes it (`2/h`, `0.5/h`, `3/d`): more than 0. */
export function perHour(texts: Texts): Input<number> {
  return {
    description: texts.description,
    required: true,
    secret: false,
    kind: "count an hour",
    schema: { type: "string", pattern: "^\\d{1,6}(\\.\\d{1,3})?/[hd]$" },
    parse: (raw) => {
      const found = /^(\d{1,6}(?:\.\d{1,3})?)\/([hd])$/.exec(writtenIn(raw));
      const value = found === null ? 0 : Number(found[1]) / (found[2] === "d" ? 24 : 1);
      return value > 0 ? { value } : { expected: "a count above 0 an hour or a day", write: "2/h" };
    },
  };
}
