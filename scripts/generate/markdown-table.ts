/** A row of a Markdown table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** The line that makes the row above it a head of so many columns. */
export function rule(columns: number): string {
  return row(Array.from({ length: columns }, () => "---"));
}

/** A text in a cell: what would end it, or be markup, stands for itself. */
export function plain(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("*", "\\*").replaceAll("_", "\\_");
}

/** What was measured, as a sentence that begins the text below its head. */
export function sentence(text: string): string {
  return `${plain(text.slice(0, 1).toUpperCase() + text.slice(1))}.`;
}
