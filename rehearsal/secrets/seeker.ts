import { gunzipSync } from "node:zlib";
import { readZip } from "../../kit/ports/read-zip.ts";
import { type Canary, type Form, formsOf, shortest } from "./forms.ts";
import { type Needles, needlesOf } from "./needles.ts";

/** A secret that stands where none may. */
export interface Finding {
  readonly secret: string;
  readonly how: string;
  readonly place: string;
  readonly where: string;
}

/** What of one kind of place was searched. */
export interface Place {
  readonly place: string;
  readonly looked: number;
  readonly bytes: number;
}

/** What came of looking for secrets: how many were looked for, where, and which stand where none may. */
export interface Sought {
  readonly secrets: number;
  readonly places: readonly Place[];
  readonly found: readonly Finding[];
}

/** Searches whatever it is shown. The text of a finding never holds the secret. */
export interface Seeker {
  /** `place` is the kind (log, summary, …), `where` which one of them. */
  look(place: string, where: string, what: string | Buffer): void;
  findings(): readonly Finding[];
  places(): readonly Place[];
}

/** More than a release ever unpacks to. */
const unpacked = 64 * 1024 * 1024;

/** `known` gives the secrets that there are by now; the same list, as long as there are no others. */
export function seekerOf(known: () => readonly Canary[]): Seeker {
  const needles = needlesFor(known);
  const findings = new Map<string, Finding>();
  const places = new Map<string, { looked: number; bytes: number }>();
  const note = (place: string, where: string, split: string, found: readonly Form[]): void => {
    for (const { secret, how } of [...found].sort(wholeFirst)) {
      const key = [secret, place, where].join("\n");
      if (!findings.has(key)) findings.set(key, { secret, how: how + split, place, where });
    }
  };
  const search = (place: string, where: string, bytes: Buffer): void => {
    const { asTheyAre, overLines } = needles();
    note(place, where, "", asTheyAre(bytes));
    note(place, where, ", split over lines", overLines(squeezed(bytes)));
  };
  return {
    look: (place, where, what) => {
      const bytes = typeof what === "string" ? Buffer.from(what) : what;
      const tally = places.get(place) ?? { looked: 0, bytes: 0 };
      places.set(place, { looked: tally.looked + 1, bytes: tally.bytes + bytes.length });
      for (const [path, inside] of unfolded(where, bytes)) search(place, path, inside);
    },
    findings: () => [...findings.values()],
    places: () => [...places].map(([place, tally]) => ({ place, ...tally })),
  };
}

function needlesFor(known: () => readonly Canary[]) {
  let last: readonly Canary[] = [];
  let made: { readonly asTheyAre: Needles; readonly overLines: Needles } | undefined;
  return () => {
    const canaries = known();
    if (made !== undefined && canaries === last) return made;
    const forms = canaries.flatMap(formsOf);
    const squeezedForms = forms.map(withoutSpace).filter(({ text }) => text.length >= shortest);
    last = canaries;
    made = { asTheyAre: needlesOf(forms), overLines: needlesOf(squeezedForms) };
    return made;
  };
}

/** The bytes, and what is packed in them: archives in archives, too. */
function unfolded(where: string, bytes: Buffer): readonly (readonly [path: string, bytes: Buffer])[] {
  const whole = [[where, bytes]] as const;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      return [...whole, ...unfolded(where, gunzipSync(bytes, { maxOutputLength: unpacked }))];
    } catch {
      return whole;
    }
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return whole;
  const inside = (readZip(bytes) ?? []).flatMap((file) =>
    unfolded(`${where}!${file.path}`, Buffer.from(file.content(unpacked))),
  );
  return [...whole, ...inside];
}

/** Where a whole secret stands, its halves stand, too. */
function wholeFirst(a: Form, b: Form): number {
  return Number(a.how.includes("cut")) - Number(b.how.includes("cut"));
}

function withoutSpace(form: Form): Form {
  return { ...form, text: form.text.replace(/\s+/g, "") };
}

/** Without anything that a line break, a terminal's colours or an indented text puts between two letters. */
function squeezed(bytes: Buffer): Buffer {
  const kept = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x20) kept[length++] = byte;
    else if (byte === 0x1b) at = endOfColour(bytes, at);
  }
  return kept.subarray(0, length);
}

/** `ESC [ 3 1 m`: the place of its last letter. */
function endOfColour(bytes: Buffer, start: number): number {
  if (bytes[start + 1] !== 0x5b) return start;
  let at = start + 2;
  while (at < bytes.length && (bytes[at] ?? 0) < 0x40) at += 1;
  return at;
}
