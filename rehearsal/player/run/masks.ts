/** What must not be read in logs and outputs. Only ever grows. */
export interface Masks {
  /** Adds a secret, each of its lines, and what it looks like encoded. */
  add(secret: string): void;
  /** Replaces what must not be read by `***`. */
  hide(text: string): string;
  /** Whether a text holds anything that must not be read. */
  holds(text: string): boolean;
}

/** Masks that start with some secrets. */
export function createMasks(secrets: Iterable<string>): Masks {
  const values = new Set<string>();
  const masks: Masks = {
    add(secret) {
      for (const line of [secret, ...secret.split(/\r?\n/)]) {
        const value = line.trim();
        if (value !== "") for (const form of formsOf(value)) values.add(form);
      }
    },
    hide: (text) => replaceRanges(text, rangesOf(text, values)),
    holds: (text) => [...values].some((value) => text.includes(value)),
  };
  for (const secret of secrets) masks.add(secret);
  return masks;
}

/** A runner also masks the encodings that a secret is likely to travel in; short ones would hit by chance. */
function formsOf(value: string): readonly string[] {
  const encoded = [
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(Buffer.from(value).toString()),
    ...base64Of(value),
  ];
  return [value, ...encoded.filter((form) => form.length >= 8)];
}

/** The three ways in which a text can stand inside base64, without the characters that mix with others. */
function base64Of(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].map((skipped) => {
    const length = Math.floor((bytes.length - skipped) / 3) * 3;
    return length > 0 ? bytes.subarray(skipped, skipped + length).toString("base64") : "";
  });
}

type Range = readonly [start: number, end: number];

function rangesOf(text: string, values: ReadonlySet<string>): readonly Range[] {
  const ranges: Range[] = [];
  for (const value of values) {
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
      ranges.push([start, start + value.length]);
    }
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}

function replaceRanges(text: string, ranges: readonly Range[]): string {
  let hidden = "";
  let from = 0;
  let end = -1;
  for (const [start, stop] of ranges) {
    if (start > end) {
      hidden += text.slice(from, start) + "***";
    }
    end = Math.max(end, stop);
    from = end;
  }
  return hidden + text.slice(from);
}
