import { eventsSvg, pathSvg } from "../../../kit/parts/observe/drawing/svg.ts";
import type { Drawing } from "../model.ts";
import { markup, type Markup } from "./markup.ts";

/** What was counted, as pictures; what they show is said in words, too. */
export function drawings({ path, events }: Drawing): Markup {
  return markup`${path && figure("The course of the test", pathSvg(path))}${events && figure("Attempts over time", eventsSvg(events))}`;
}

/** The picture is SVG of ours, made of numbers. */
function figure(caption: string, svg: string): Markup {
  return markup`<figure><figcaption>${caption}</figcaption>${{ html: svg }}</figure>`;
}
