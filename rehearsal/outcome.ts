/** How a release ended (DESIGN's words), and the exit status that says so. */
export const outcomes = {
  released: 0,
  "rolled-back": 1,
  held: 2,
  "partly-rolled-back": 3,
  stopped: 4,
  watching: 5,
} as const;

export type Outcome = keyof typeof outcomes;
