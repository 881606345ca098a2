import { isUtf8 } from "node:buffer";

/** What can be done about secrets in a file: texts are rewritten, of pictures and fonts nothing else is known. */
export type FileKind = "text" | "picture" | "font" | "other";

const starts: readonly (readonly [bytes: string, kind: FileKind])[] = [
  ["\u0089PNG", "picture"],
  ["\u00FF\u00D8\u00FF", "picture"],
  ["GIF8", "picture"],
  ["wOF2", "font"],
  ["wOFF", "font"],
  ["OTTO", "font"],
  ["\u0000\u0001\u0000\u0000", "font"],
  ["\u0000\u0000\u0001\u0000", "picture"],
];

/** Told by the bytes themselves, whatever a name or a header says. */
export function kindOf(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  const known = starts.find(([magic]) => start.startsWith(magic));
  if (known !== undefined) return known[1];
  if (start.startsWith("RIFF") && start.endsWith("WEBP")) return "picture";
  return isUtf8(bytes) && !bytes.includes(0) ? "text" : "other";
}
