import { parseInline } from "../inline.ts";
import type { Block } from "../markdown.ts";
import { type Content, markup, type Markup } from "./markup.ts";

/** Markdown as HTML. Its topmost headings become the page's level `level`. */
export function renderedMarkdown(blocks: readonly Block[], level: number): Markup {
  const top = blocks.reduce(
    (least, block) => (block.kind === "heading" ? Math.min(least, block.level) : least),
    6,
  );
  const down = level - top;
  return markup`${blocks.map((block) => rendered(block, level, down))}`;
}

function rendered(block: Block, level: number, down: number): Markup {
  if (block.kind === "heading") return heading(block.level + down, inline(block.text));
  if (block.kind === "list") {
    const items = block.items.map((item) => markup`<li>${inline(item)}</li>`);
    return block.ordered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
  }
  if (block.kind === "table") return table(block.columns, block.rows);
  if (block.kind === "fence") return markup`<pre tabindex="0"><code>${block.text}</code></pre>`;
  if (block.kind === "paragraph") return markup`<p class="lines">${inline(block.text)}</p>`;
  const inner = renderedMarkdown(block.blocks, level + 1);
  return markup`<details><summary>${inline(block.summary)}</summary><div class="folded">${inner}</div></details>`;
}

/** A heading; what is deeper than the sixth level is of the sixth. */
export function heading(level: number, content: Content, id?: string): Markup {
  const named = id === undefined ? "" : markup` id="${id}"`;
  if (level <= 2) return markup`<h2${named}>${content}</h2>`;
  if (level === 3) return markup`<h3${named}>${content}</h3>`;
  if (level === 4) return markup`<h4${named}>${content}</h4>`;
  return level === 5 ? markup`<h5${named}>${content}</h5>` : markup`<h6${named}>${content}</h6>`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const head = columns.map((column) => markup`<th scope="col">${inline(column)}</th>`);
  const body = rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${inline(cell)}</td>`)}</tr>`);
  return markup`<div class="wide" tabindex="0" role="group" aria-label="Table, wide ones can be scrolled"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Where this project tells what an error means: the one address in a report that leads anywhere. */
const docs =
  /\(?(https:\/\/github\.com\/prism-rollout\/prism-rollout\/blob\/main\/docs\/errors\.md#(pr\d{3}))\)?/g;

/** A text of ours in which the address of an error's explanation is a link. */
export function linked(text: string): Content {
  return text
    .split(docs)
    .map((piece, index, all) =>
      index % 3 === 0
        ? piece
        : index % 3 === 1
          ? markup`<a href="${piece}">What ${(all[index + 1] ?? "").toUpperCase()} means</a>`
          : "",
    );
}

/** Inline Markdown as HTML; what is no markup of ours stays text. */
export function inline(text: string): Content {
  return parseInline(text).map(({ kind, text: words }) => {
    if (kind === "bold") return markup`<strong>${words}</strong>`;
    if (kind === "code") return markup`<code>${words}</code>`;
    return kind === "break" ? markup`<br>` : linked(words);
  });
}
