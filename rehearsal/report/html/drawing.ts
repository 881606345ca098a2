import { sayEvents, sayPath } from "../../../kit/parts/observe/drawing/say.ts";
import { eventsSvg, pathSvg } from "../../../kit/parts/observe/drawing/svg.ts";
import type { Block } from "../markdown.ts";
import type { Drawing } from "../model.ts";
import { markup, type Markup } from "./markup.ts";

/** What was counted, as pictures, with what they show in words. */
export function drawings({ path, events }: Drawing): Markup {
  return markup`<div class="drawings">${path && figure("The course of the test", pathSvg(path), sayPath(path))}${events && figure("Attempts over time", eventsSvg(events), sayEvents(events))}</div>`;
}

/** The picture is SVG of ours, made of numbers. */
function figure(title: string, svg: string, says: string): Markup {
  return markup`<figure><figcaption><b>${title}.</b> ${says}</figcaption>${{ html: svg }}</figure>`;
}

/** A summary without what GitHub draws, its headings and its words: the pictures here stand for them. */
export function withoutDiagrams(blocks: readonly Block[]): readonly Block[] {
  const isDiagram = (index: number): boolean => {
    const block = blocks[index];
    return block?.kind === "fence" && block.diagram === true;
  };
  return blocks.filter((block, index) => {
    const above = block.kind === "heading" && isDiagram(index + 1);
    const below = block.kind === "paragraph" && isDiagram(index - 1);
    return !isDiagram(index) && !above && !below;
  });
}
