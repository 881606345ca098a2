import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Markdown as a parser of GitHub's dialect reads it, raw HTML let through. */
export function rendered(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

/** The elements of a text's HTML in their order, without what stands between them. */
export function elements(markdown: string): readonly string[] {
  return [...rendered(markdown).matchAll(/<\/?[a-z!][^>]*>/gi)].map(([element]) => element);
}

/** What a person reads of it. */
export function readable(markdown: string): string {
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
  return rendered(markdown)
    .replace(/<\/?[a-z!][^>]*>/gi, "")
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => entities[name] ?? "");
}
