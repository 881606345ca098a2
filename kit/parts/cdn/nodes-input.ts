import { type Input, type Parsed, type Texts, list } from "../../action/input.ts";

/** Nodes of a cache, by their addresses: `http://10.0.0.1:6081`. */
export function nodes(texts: Texts): Input<readonly string[]> {
  return ofEach(texts, "list of URLs", "URLs of nodes", "[http://10.0.0.1:6081]", (text) =>
    /^https?:\/\/[^/\s?#]+\/?$/.test(text) && URL.canParse(text) ? new URL(text).origin : undefined,
  );
}

/** Statuses of an answer. */
export function statuses(texts: Texts): Input<readonly number[]> {
  return ofEach(texts, "list of statuses", "statuses from 200 to 599", "[200, 204]", (text) =>
    /^[2-5]\d\d$/.test(text) ? Number(text) : undefined,
  );
}

function ofEach<Value>(
  texts: Texts,
  kind: string,
  expected: string,
  write: string,
  read: (text: string) => Value | undefined,
): Input<readonly Value[]> {
  const texting = list(texts);
  const parse = (raw: unknown): Parsed<readonly Value[]> => {
    const parts = texting.parse(raw);
    if (!("value" in parts)) return parts;
    const values = parts.value.flatMap((text) => read(text.trim()) ?? []);
    return values.length === parts.value.length ? { value: values } : { expected, write };
  };
  return { ...texting, kind, parse };
}
