/** A fenced block of a Markdown text: its language, its text, and the line on which the text begins. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

const fence = /^ *```(\S*)\n([\s\S]*?)^ *```$/gm;

/** The fenced blocks of a text. */
export function fencesIn(text: string): readonly Fence[] {
  return [...text.matchAll(fence)].map((found) => ({
    language: found[1] ?? "",
    text: found[2] ?? "",
    line: lineAt(text, found.index) + 1,
  }));
}

/** A text without its fenced blocks; each line stays on its line. */
function proseOf(text: string): string {
  return text.replace(fence, (block) => block.replace(/[^\n]/g, ""));
}

/** What stands between backticks in prose, with its line. */
export function spansIn(text: string): readonly { readonly text: string; readonly line: number }[] {
  const prose = proseOf(text);
  return [...prose.matchAll(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g)].map((found) => ({
    text: (found[2] ?? "").trim().replace(/\s+/g, " "),
    line: lineAt(prose, found.index),
  }));
}

/** The anchors that GitHub gives the headings of a text, and those that are written as HTML. */
export function anchorsIn(text: string): readonly string[] {
  const prose = proseOf(text);
  const seen = new Map<string, number>();
  const headings = [...prose.matchAll(/^#{1,6} +(.+?)(?: +#+)?$/gm)].map(([, title = ""]) => {
    const slug = slugOf(title);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
  const written = [...prose.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = ""]) => id);
  return [...headings, ...written];
}

function slugOf(title: string): string {
  return title
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

/** Where the links and pictures of a text lead: Markdown's own, and those of HTML. */
export function linksIn(text: string): readonly { readonly to: string; readonly line: number }[] {
  const prose = proseOf(text).replace(/`[^`\n]*`/g, (code) => " ".repeat(code.length));
  const markdown = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const html = [...prose.matchAll(/\b(?:href|src|srcset)="([^"\s]+)"/g)];
  return [...markdown, ...html].map((found) => ({ to: found[1] ?? "", line: lineAt(prose, found.index) }));
}

/** The lines of tables that have another number of cells than their heads: GitHub drops what is too much. */
export function raggedIn(text: string): readonly number[] {
  let head: number | undefined;
  return proseOf(text)
    .split("\n")
    .flatMap((line, index) => {
      const cells = line.startsWith("|") ? line.trim().split(/(?<!\\)\|/).length : undefined;
      const wrong = head !== undefined && cells !== undefined && cells !== head;
      head = cells === undefined ? undefined : (head ?? cells);
      return wrong ? [index + 1] : [];
    });
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
