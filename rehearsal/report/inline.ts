/** A run of inline Markdown; `text` is what a person reads, nothing in it is markup. */
export interface Span {
  readonly kind: "text" | "bold" | "code" | "break";
  readonly text: string;
}

const marks =
  /(?<!`)(?<ticks>`+)(?!`)(?<code>.+?)(?<!`)\k<ticks>(?!`)|\*\*(?<bold>[^*]+(?:\*[^*]+)*)\*\*|\[(?<link>[^[\]\n]{1,200})\]\(https?:\/\/[^\s()<>]{1,8000}\)|<br ?\/?>/gs;
const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
};

/** Splits a line of inline Markdown: bold, code, links (their words: a rehearsal's addresses lead nowhere), `<br>`. Entities are resolved, once. */
export function parseInline(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > from) spans.push({ kind: "text", text: resolved(text.slice(from, match.index)) });
    from = match.index + match[0].length;
    const { code, bold, link } = match.groups ?? {};
    if (code !== undefined) spans.push({ kind: "code", text: resolved(code) });
    else if (bold !== undefined) spans.push({ kind: "bold", text: resolved(bold) });
    else if (link !== undefined) spans.push({ kind: "text", text: resolved(link) });
    else spans.push({ kind: "break", text: "\n" });
  }
  if (from < text.length) spans.push({ kind: "text", text: resolved(text.slice(from)) });
  return spans;
}

/** The same as plain text. */
export function plainInline(text: string): string {
  return parseInline(text)
    .map((span) => span.text)
    .join("");
}

function resolved(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#\d{1,5});/g, (entity) =>
    entity.startsWith("&#")
      ? String.fromCodePoint(Number(entity.slice(2, -1)))
      : (entities[entity] ?? entity),
  );
}
