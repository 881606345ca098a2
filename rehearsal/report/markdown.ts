/** A block of the Markdown that job summaries are written in. Texts are inline Markdown, see inline.ts. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "fence"; readonly text: string; readonly diagram?: true }
  | { readonly kind: "details"; readonly summary: string; readonly blocks: readonly Block[] };

const fenceStart = /^(`{3,})[^`]*$/;
const headingLine = /^(#{1,6})\s+(.*)$/;
const detailsLine = /^<details>\s*(?:<summary>(.*)<\/summary>)?$/;
const itemLine = /^(?:[-*]|(\d{1,9})[.)])\s+(.*)$/;
const tableRule = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;
const deepest = 8;

/** Reads the subset that kit/action/report.ts writes. Whatever else there is stays text. Never throws. */
export function parseMarkdown(markdown: string): readonly Block[] {
  const lines = markdown.split(/\r\n|\r|\n/);
  return readBlocks({ lines, at: 0 }, 0);
}

interface Cursor {
  readonly lines: readonly string[];
  at: number;
}

function readBlocks(cursor: Cursor, depth: number): readonly Block[] {
  const blocks: Block[] = [];
  while (cursor.at < cursor.lines.length) {
    const line = lineOf(cursor);
    if (depth > 0 && line === "</details>") {
      cursor.at += 1;
      return blocks;
    }
    if (line === "") cursor.at += 1;
    else blocks.push(readSpecial(cursor, depth) ?? readParagraph(cursor, depth));
  }
  return blocks;
}

function lineOf({ lines, at }: Cursor, ahead = 0): string {
  return (lines[at + ahead] ?? "").trimEnd();
}

/** Everything but a paragraph. */
function readSpecial(cursor: Cursor, depth: number): Block | undefined {
  const line = lineOf(cursor);
  const fence = fenceStart.exec(line);
  if (fence) {
    const block = readFence(cursor, fence[1] ?? "```");
    return line.endsWith("`mermaid") ? { ...block, diagram: true } : block;
  }
  const heading = headingLine.exec(line);
  if (heading) {
    cursor.at += 1;
    return { kind: "heading", level: heading[1]?.length ?? 1, text: heading[2] ?? "" };
  }
  const details = depth < deepest ? detailsLine.exec(line) : null;
  if (details) {
    cursor.at += 1;
    return { kind: "details", summary: details[1] ?? "Details", blocks: readBlocks(cursor, depth + 1) };
  }
  if (startsTable(cursor)) return readTable(cursor);
  return itemLine.test(line) ? readList(cursor) : undefined;
}

function readFence(cursor: Cursor, ticks: string): Extract<Block, { kind: "fence" }> {
  const text: string[] = [];
  cursor.at += 1;
  while (cursor.at < cursor.lines.length) {
    const line = cursor.lines[cursor.at] ?? "";
    cursor.at += 1;
    if (/^`+\s*$/.test(line) && line.trimEnd().length >= ticks.length) break;
    text.push(line);
  }
  return { kind: "fence", text: text.join("\n") };
}

function readList(cursor: Cursor): Block {
  const items: string[] = [];
  const ordered = itemLine.exec(lineOf(cursor))?.[1] !== undefined;
  for (; cursor.at < cursor.lines.length; cursor.at += 1) {
    const line = lineOf(cursor);
    const item = itemLine.exec(line);
    if (item && (item[1] !== undefined) === ordered) items.push(item[2] ?? "");
    else if (/^\s+\S/.test(line)) items.push(`${items.pop() ?? ""}\n${line.trim()}`);
    else break;
  }
  return { kind: "list", ordered, items };
}

function startsTable(cursor: Cursor): boolean {
  return lineOf(cursor).startsWith("|") && tableRule.test(lineOf(cursor, 1));
}

function readTable(cursor: Cursor): Block {
  const columns = cellsOf(lineOf(cursor));
  const rows: string[][] = [];
  for (cursor.at += 2; lineOf(cursor).startsWith("|"); cursor.at += 1) {
    const cells = cellsOf(lineOf(cursor));
    rows.push(columns.map((_, index) => cells[index] ?? ""));
  }
  return { kind: "table", columns, rows };
}

function cellsOf(line: string): readonly string[] {
  const inner = line.replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

function readParagraph(cursor: Cursor, depth: number): Block {
  const text = [lineOf(cursor)];
  for (cursor.at += 1; cursor.at < cursor.lines.length; cursor.at += 1) {
    const line = lineOf(cursor);
    if (line === "" || startsBlock(cursor, depth)) break;
    text.push(line);
  }
  return { kind: "paragraph", text: text.join("\n") };
}

function startsBlock(cursor: Cursor, depth: number): boolean {
  const line = lineOf(cursor);
  if (line === "</details>" && depth > 0) return true;
  const starts = [fenceStart, headingLine, itemLine, detailsLine].some((form) => form.test(line));
  return starts || startsTable(cursor);
}
