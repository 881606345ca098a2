import { printable } from "../printable.ts";

/** HTML that is safe to put into a page: made by `markup`, which escapes whatever it is given. */
export interface Markup {
  readonly html: string;
}

export type Content = Markup | string | number | false | undefined | readonly Content[];

/** A template of our own words; every value in it is escaped unless it is Markup. Undefined and false are nothing. */
export function markup(words: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const parts = words.map((word, index) => word + htmlOf(values[index]));
  return { html: parts.join("") };
}

function htmlOf(content: Content): string {
  if (content === undefined || content === false) return "";
  if (typeof content === "object" && "html" in content) return content.html;
  if (typeof content === "object") return content.map(htmlOf).join("");
  return escaped(String(content));
}

function escaped(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
