/*
 * Texts from outside (file names, SQL, commit messages, what vendors say) as Markdown that shows them and does
 * nothing else: no markup, no links, no mentions, no letters that hide or turn around others.
 */
import { joinLines } from "../errors/join-lines.ts";

/** Prose, on one line. It is also safe inside of HTML, where Markdown is not read. */
export function plain(text: string): string {
  return escaped(oneLine(text));
}

/**
 * What Markdown, GitHub's own links (to addresses, people, issues) or the beginning of a text make something of; and of
 * a line in it: headings, and what underlines one.
 */
const active =
  /[&<>`*_[\]\\|~$]|(?<![^])[-+=#](?=[-+=#]*(?:\s|$))|(?<![^])\d+(?=[.)])|(?<=^ {0,3})(?:#(?=#*(?:\s|$))|[-=](?=[-=]*[ \t]*$))|(@(?=[\w.-])|#(?=\w))|:(?=\/\/)|\bwww(?=\.)/gim;

/**
 * A message of ours that may hold words from outside: what it has as `code`, its addresses and its lines stay what
 * they are; nothing else is markup.
 */
export function prose(text: string): string {
  return visible(text)
    .split(/(`[^`\r\n\u2028\u2029]+`|https?:\/\/[\w\-./:?#=&%~+]*[\w\-/#=&%~+])/)
    .map((piece, index) =>
      index % 2 === 0 ? escaped(piece) : piece.startsWith("`") ? piece : bounded(piece),
    )
    .join("");
}

/** GitHub reads a bare address up to the next white space: the tick that begins the code behind it would be its. */
function bounded(address: string): string {
  return `<${address}>`;
}

function escaped(text: string): string {
  return text.replace(active, (sign, named: string | undefined) =>
    named === undefined ? `&#${sign.charCodeAt(0)};${sign.slice(1)}` : `${named}\u200b`,
  );
}

/** A name as code. Nothing in it is read as anything else, here or by GitHub's own links. */
export function code(text: string): string {
  const line = oneLine(text) || "(empty)";
  // Between ticks no sign can be spelt out, and a pipe behind a backslash would end the cell of a table.
  if (line.includes("|")) return `<code>${escaped(line)}</code>`;
  const ticks = "`".repeat(longestRun(line) + 1);
  const gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${gap}${line}${gap}${ticks}`;
}

/** A text of many lines as it is; no fence in it ends it. */
export function fenced(text: string, language: string): string {
  const clean = visible(text).replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  const ticks = "`".repeat(Math.max(3, longestRun(clean) + 1));
  return `${ticks}${language}\n${clean}\n${ticks}`;
}

/** A folded block. `title` is text; `inside` is Markdown. */
export function folded(title: string, inside: string): string {
  return `<details><summary>${plain(title)}</summary>\n\n${inside}\n\n</details>`;
}

/** A table of cells that are Markdown already. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
  return [line(columns), line(columns.map(() => ":---")), ...rows.map(line)].join("\n");
}

/** A link whose address no sign in it can end; what is no address stays text. */
export function link(text: string, address: string): string {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return `${plain(text)} (${plain(address)})`;
  const whole = new URL(address).href.replace(
    /[()<>|*_`[\]\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `[${plain(text)}](${whole})`;
}

/** «1 file», «2 files» */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** «a, b and c» */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function oneLine(text: string): string {
  return joinLines(visible(text)).replaceAll("\t", " ").trim();
}

/** Letters that are not seen, or that turn the direction of others, are spelt out (those that join letters apart). */
function visible(text: string): string {
  return text.replace(
    /(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
