import type { Outcome } from "../../outcome.ts";
import type { PhaseReport } from "../model.ts";
import { markup, type Markup } from "./markup.ts";

const shapes = {
  check: markup`<path d="M4.5 8.4l2.4 2.4 4.6-5.2"/>`,
  cross: markup`<path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/>`,
  pause: markup`<path d="M6.3 5v6M9.7 5v6"/>`,
  back: markup`<path d="M7 4.6L4.6 7 7 9.4M4.8 7h4a2.3 2.3 0 0 1 0 4.6H7"/>`,
  half: markup`<path d="M8 4.4v4.2M8 11.2v.1"/>`,
  stop: markup`<path d="M5.6 5.6h4.8v4.8H5.6z"/>`,
  clock: markup`<path d="M8 4.6V8l2.3 1.6"/>`,
  dash: markup`<path d="M5 8h6"/>`,
};

type Shape = keyof typeof shapes;

/** How an outcome looks: its tone and its shape, so that colour is never the only sign. */
export const outcomeLooks: Readonly<Record<Outcome, Look>> = {
  released: { tone: "good", shape: "check" },
  watching: { tone: "open", shape: "clock" },
  held: { tone: "open", shape: "pause" },
  "rolled-back": { tone: "bad", shape: "back" },
  "partly-rolled-back": { tone: "bad", shape: "half" },
  stopped: { tone: "none", shape: "stop" },
};

/** How a phase's result looks. */
export const resultLooks: Readonly<Record<PhaseReport["result"], Look>> = {
  success: { tone: "good", shape: "check" },
  failure: { tone: "bad", shape: "cross" },
  cancelled: { tone: "open", shape: "stop" },
  skipped: { tone: "none", shape: "dash" },
};

export interface Look {
  readonly tone: "good" | "bad" | "open" | "none";
  readonly shape: Shape;
}

/** A round sign; the word beside it says the same. */
export function icon({ tone, shape }: Look): Markup {
  return markup`<svg class="icon ${tone}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="7.25"/>${shapes[shape]}</svg>`;
}
