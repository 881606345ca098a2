import { drawingIn } from "../../../rehearsal/release/kept-drawing.ts";

/** What a quiet release's `observe` keeps to be drawn. */
export const drawing = drawingIn(
  JSON.stringify({
    drawn: {
      path: {
        unit: "attempts",
        most: 39,
        fail: [1921, 3471],
        pass: [-1249, 301],
        points: [
          [0, 0],
          [32, 0],
        ],
      },
      events: {
        since: 1_000,
        edges: [0, 1_000, 2_000],
        slots: [
          { attempts: 1, failed: 0 },
          { attempts: 2, failed: 1 },
        ],
      },
    },
  }),
);
