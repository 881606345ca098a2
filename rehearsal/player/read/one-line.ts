import { parseDocument, type Scalar, visit } from "yaml";

/**
 * Rewrites every string that spans several lines as one quoted line, padded so that all else keeps its line
 * and column. GitHub's parser package reads expressions in such strings from their raw text, indentation and
 * line breaks included, where GitHub itself takes the YAML value: a condition written so would always hold.
 */
export function oneLineScalars(text: string): string {
  const found: { start: number; end: number; value: string }[] = [];
  const document = parseDocument(text, { uniqueKeys: false });
  if (document.errors.length > 0) return text;
  visit(document, {
    Scalar(_, node: Scalar) {
      if (typeof node.value !== "string" || !node.range) return;
      const [start, end] = node.range;
      if (text.slice(start, end).includes("\n")) found.push({ start, end, value: node.value });
    },
  });
  let rest = text;
  for (const { start, end, value } of found.sort((a, b) => b.start - a.start)) {
    rest = rest.slice(0, start) + JSON.stringify(value) + padding(rest.slice(start, end)) + rest.slice(end);
  }
  return rest;
}

function padding(replaced: string): string {
  const lines = replaced.split("\n");
  const last = lines.at(-1) ?? "";
  return "\n".repeat(lines.length - 1) + " ".repeat(last.length);
}
