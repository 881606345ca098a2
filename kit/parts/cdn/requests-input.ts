import { record } from "../../action/input-map.ts";
import type { Input, Parsed, Texts } from "../../action/input.ts";
import {
  type Template,
  type Templates,
  examples,
  readTemplate,
  templateKinds,
} from "../../providers/cdns/http/template.ts";

/** How caches of one's own are told, a request for each kind of pattern. */
export function requests(texts: Texts): Input<Templates> {
  const texting = record(texts);
  const parse = (raw: unknown): Parsed<Templates> => {
    const parts = texting.parse(raw);
    return "value" in parts ? readAll(parts.value) : parts;
  };
  return { ...texting, kind: "mapping of requests", parse };
}

function readAll(given: Readonly<Record<string, string>>): Parsed<Templates> {
  const read: Record<string, Template> = {};
  for (const [name, text] of Object.entries(given)) {
    const kind = templateKinds.find((one) => one === name);
    if (kind === undefined)
      return { expected: `requests for ${templateKinds.join(", ")}, not ${name}`, write: write("path") };
    const template = readTemplate(kind, text);
    if ("wrong" in template)
      return {
        expected: `a request that purges exactly its ${kind} (${template.wrong})`,
        write: write(kind),
      };
    read[kind] = template;
  }
  return { value: read };
}

function write(kind: keyof typeof examples): string {
  return `{ ${kind}: "${examples[kind]}" }`;
}
