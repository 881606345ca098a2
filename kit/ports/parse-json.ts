/** No API and no file of ours nests so deep; who writes or compares a value goes down as deep as it does, and a stack ends. */
const deepest = 500;

/** As `JSON.parse`, and a document that is nested deeper than anything that is meant is none. @throws {SyntaxError} */
export function parseJson(text: string): unknown {
  if (nests(text)) throw new SyntaxError(`it is nested more than ${deepest} levels deep`);
  return JSON.parse(text);
}

/** The same; undefined where the text is no such document. */
export function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is nested so deep; bytes are one value. */
export function isTooDeep(value: unknown, left = deepest): boolean {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return false;
  return left === 0 || Object.values(value).some((one) => isTooDeep(one, left - 1));
}

/** Brackets inside of texts are none. */
function nests(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === 0x22) at = endOfText(text, at + 1);
    else if (letter === 0x5b || letter === 0x7b) depth += 1;
    else if (letter === 0x5d || letter === 0x7d) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

function endOfText(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  return at;
}
