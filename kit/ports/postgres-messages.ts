/** What a server sends has not the form, or the size, that PostgreSQL's protocol has. */
export class Malformed extends Error {
  override readonly name = "Malformed";
}

/** Kind and length, with which each message begins. */
const header = 5;

/** The kinds that a server sends to a client that asks as we do; `R` to `Z` are letters of the protocol. */
const kinds = new Set(Array.from("RKSvNEAZTtDCIGHdcn123", (letter) => letter.charCodeAt(0)));

const [error, notice, row] = ["E", "N", "D"].map((letter) => letter.charCodeAt(0));

/**
 * Gives on what a server sends, in whole messages, each of which ends where it says: the driver reads on behind the end
 * of one that does not, and may do so for ever. At most `most` bytes are held for one that is not there yet.
 * @throws {Malformed} for a chunk that makes one that is too large, of no kind that is known, or wrong inside.
 */
export function wholeMessages(most: number, give: (messages: Buffer) => void): (chunk: Buffer) => void {
  /** Fewer bytes than tell how long a message is. */
  let short: Buffer = Buffer.alloc(0);
  /** A message that is not whole yet, with room for all of it. */
  let begun: Buffer | undefined;
  let filled = 0;
  return (chunk) => {
    let bytes = short.length > 0 ? Buffer.concat([short, chunk]) : chunk;
    if (begun !== undefined) {
      const taken = bytes.copy(begun, filled);
      filled += taken;
      if (filled < begun.length) return;
      check(begun, 0, begun.length);
      give(begun);
      bytes = bytes.subarray(taken);
    }
    const end = endOfWhole(bytes, most);
    if (end > 0) give(bytes.subarray(0, end));
    const left = bytes.subarray(end);
    [short, begun] = [left, undefined];
    if (left.length < header) return;
    begun = Buffer.allocUnsafe(sizeAt(left, 0, most));
    filled = left.copy(begun);
    short = Buffer.alloc(0);
  };
}

/** Where the last message ends that is there as a whole. */
function endOfWhole(bytes: Buffer, most: number): number {
  let at = 0;
  while (bytes.length - at >= header) {
    const size = sizeAt(bytes, at, most);
    if (bytes.length - at < size) break;
    check(bytes, at, at + size);
    at += size;
  }
  return at;
}

/** Bytes of the message that begins there, its kind included. */
function sizeAt(bytes: Buffer, at: number, most: number): number {
  const kind = bytes.readUInt8(at);
  if (!kinds.has(kind)) throw new Malformed(`a message of the unknown kind ${kind}`);
  const length = bytes.readUInt32BE(at + 1);
  if (length < 4) throw new Malformed(`a message of ${length} bytes, which cannot be`);
  if (bytes.toString("latin1", at, at + 5) === "HTTP/") throw new Malformed("HTTP: a web server is there");
  if (length > most) throw new Malformed(`a message of ${length} bytes, of which ${most} are read at most`);
  return length + 1;
}

function check(bytes: Buffer, start: number, end: number): void {
  const kind = bytes[start];
  if (kind === row) checkRow(bytes, start + header, end);
  if (kind !== error && kind !== notice) return;
  // Fields, each ended by a zero, and one more: without it the driver looks for it for ever.
  const empty = end - start === header + 1;
  const ended = bytes[end - 1] === 0 && (empty || bytes[end - 2] === 0);
  if (end - start === header || !ended) throw new Malformed("a message about an error that has no end");
}

/** The values of a row fill it, and nothing else. */
function checkRow(bytes: Buffer, start: number, end: number): void {
  let left = end - start < 2 ? -1 : bytes.readInt16BE(start);
  let at = start + 2;
  for (; left > 0 && end - at >= 4; left -= 1) {
    const length = bytes.readInt32BE(at);
    if (length < -1) break;
    at += 4 + Math.max(length, 0);
  }
  if (left !== 0 || at !== end) throw new Malformed("a row whose values do not fill it");
}
