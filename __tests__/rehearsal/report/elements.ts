/** An element's start tag. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const empty = new Set(["meta", "br", "circle", "path", "rect", "line"]);
const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*="[^"<>]*")*)\s*(\/?)>/giy;

/**
 * The elements of a page, in order. Strict where browsers forgive: every `<` must begin a tag, every attribute be
 * quoted, every element be closed by its own end tag, every `&` begin an entity.
 * @throws {Error} for a page that is not so.
 */
export function elementsOf(page: string): readonly Element[] {
  const body = page.replace("<!doctype html>", "").replace(/<style>[^<]*<\/style>/, "");
  const found: Element[] = [];
  const open: string[] = [];
  for (let at = body.indexOf("<"); at >= 0; at = body.indexOf("<", at + 1)) {
    tag.lastIndex = at;
    const [whole, end, name = "", attributes = "", closed] = tag.exec(body) ?? [];
    if (whole === undefined) throw new Error(`no tag: ${body.slice(at, at + 80)}`);
    if (end === "/") {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last}>`);
      continue;
    }
    found.push({ name, attributes: attributesOf(attributes) });
    if (closed !== "/" && !empty.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(", ")}`);
  const bare = /&(?!(?:amp|lt|gt|quot|#39);).{0,20}/.exec(body);
  if (bare) throw new Error(`no entity: ${bare[0]}`);
  return found;
}

/** What a person reads on a page, blanks collapsed. */
export function textOf(page: string): string {
  return page
    .replace(/<style>[^<]*<\/style>/, "")
    .replace(/<(?!\/?(?:b|strong|a|code|span)\b)[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([a-z][a-z0-9-]*)="([^"]*)"/gi)].map(([, name = "", value = ""]) => [name, value]),
  );
}
