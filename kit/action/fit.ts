import { counted, plain } from "./markdown.ts";

/** A piece of a page that is kept whole or left out. `fold` is left out first. */
export interface Section {
  readonly kind: "whole" | "fold";
  /** What it is, for the line that says what was left out. */
  readonly title: string;
  readonly text: string;
}

/** What a place takes: how much, why no more, and where the whole can be had. */
export interface Room {
  readonly most: number;
  readonly unit: "bytes" | "characters";
  readonly because: string;
  readonly whole: string;
}

export function sizeOf(text: string, { unit }: Pick<Room, "unit">): number {
  return unit === "bytes" ? Buffer.byteLength(text) : text.length;
}

const between = "\n\n";
const named = 12;

/** The sections in their order, as many as there is room for: none is cut, and what is left out is said. */
export function fit(sections: readonly Section[], room: Room): string {
  if (sections.length === 0) return "";
  const all = sections.map(({ text }) => text).join(between);
  if (sizeOf(all, room) <= room.most) return all;
  // The line that says so is never longer than this.
  let left = room.most - sizeOf(leftOut(sections, room), room) - between.length;
  const kept = new Set<Section>();
  for (const kind of ["whole", "fold"] as const) {
    for (const section of sections.filter((one) => one.kind === kind)) {
      const size = sizeOf(section.text + between, room);
      if (size > left) continue;
      left -= size;
      kept.add(section);
    }
  }
  const gone = sections.filter((section) => !kept.has(section));
  const texts = sections.filter((section) => kept.has(section)).map(({ text }) => text);
  return [leftOut(gone, room), ...texts].join(between);
}

function leftOut(gone: readonly Section[], { because, whole }: Room): string {
  const longFirst = gone.slice(0, named).map(({ title }) => shortened(title));
  const more = gone.length > named ? `, and ${gone.length - named} more` : "";
  return `**${counted(gone.length, "section")} left out**, because ${because}: ${longFirst.map(plain).join(", ")}${more}. ${whole}`;
}

function shortened(title: string): string {
  return title.length > 80 ? `${title.slice(0, 79)}…` : title;
}
