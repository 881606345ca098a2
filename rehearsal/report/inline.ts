/** A run of inline Markdown; `text` is what a person reads, nothing in it is markup. */
export interface Span {
  readonly kind: "text" | "bold" | "code" | "break";
  readonly text: string;
}

const marks =
  /(?<!`)(?<ticks>`+)(?!`)(?<code>.+?)(?<!`)\k<ticks>(?!`)|\*\*(?<bold>[^*]+(?:\*[^*]+)*)\*\*|\[(?<link>[^[\]\n]{1,200})\]\(https?:\/\/[^\s()<>]{1,8000}\)|<(?<address>https?:\/\/[^\s<>]{1,8000})>|<br ?\/?>/gs;
const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
};

/**
 * Splits a line of inline Markdown: bold, code, addresses, links (their words: a rehearsal's addresses lead nowhere),
 * `<br>`. Entities are resolved, once.
 */
export function parseInline(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    add(spans, { kind: "text", text: resolved(text.slice(from, match.index)) });
    from = match.index + match[0].length;
    const { code, bold, link, address } = match.groups ?? {};
    if (code !== undefined) add(spans, { kind: "code", text: resolved(code) });
    else if (bold !== undefined) add(spans, { kind: "bold", text: plainInline(bold) });
    else if (match[0].startsWith("<br")) add(spans, { kind: "break", text: "\n" });
    else add(spans, { kind: "text", text: resolved(link ?? address ?? "") });
  }
  add(spans, { kind: "text", text: resolved(text.slice(from)) });
  return spans;
}

/** Text that follows text is one with it: an address with the brackets around it. */
function add(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (span.kind !== "text" || last?.kind !== "text") {
    if (span.text !== "") spans.push(span);
    return;
  }
  spans[spans.length - 1] = { kind: "text", text: last.text + span.text };
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
