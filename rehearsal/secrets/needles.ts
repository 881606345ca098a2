import { type Form, shortest } from "./forms.ts";

/** Finds which of some texts stand in bytes. */
export type Needles = (bytes: Buffer) => readonly Form[];

const gram = 4;
/** Each text has so many beginnings of grams that one of them is met by whoever looks at every stride-th place. */
const stride = shortest - gram + 1;

/**
 * All texts at once: a table of their pieces of four bytes, and a look at every ninth place of what is searched. A
 * rehearsal is searched for some hundred texts, and nobody waits for it.
 */
export function needlesOf(forms: readonly Form[]): Needles {
  const table = new Map<
    number,
    { readonly form: Form; readonly needle: Buffer; readonly offset: number }[]
  >();
  const few = new Uint8Array(1 << 16);
  for (const form of forms) {
    const needle = Buffer.from(form.text);
    for (let offset = 0; offset < stride; offset += 1) {
      const key = needle.readUInt32LE(offset);
      few[folded(key)] = 1;
      const entries = table.get(key) ?? [];
      table.set(key, entries);
      entries.push({ form, needle, offset });
    }
  }
  return (bytes) => {
    const found = new Set<Form>();
    for (let at = 0; at + gram <= bytes.length; at += stride) {
      const key = bytes.readUInt32LE(at);
      if (few[folded(key)] === 0) continue;
      for (const { form, needle, offset } of table.get(key) ?? []) {
        const start = at - offset;
        if (start < 0 || found.has(form)) continue;
        if (bytes.subarray(start, start + needle.length).equals(needle)) found.add(form);
      }
    }
    return [...found];
  };
}

function folded(key: number): number {
  return ((key ^ (key >>> 16)) * 0x9e37) & 0xffff;
}
