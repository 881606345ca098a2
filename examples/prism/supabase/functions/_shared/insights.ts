import { FACETS, type Facet, type Scores } from "./scoring.ts";

export type Band = "low" | "middle" | "high";

export interface Insight {
  readonly facet: Facet;
  readonly band: Band;
  readonly headline: string;
  readonly body: string;
}

type Wording = readonly [headline: string, body: string];

const WORDINGS: Readonly<Record<Facet, Readonly<Record<Band, Wording>>>> = {
  perspective: {
    low: [
      "You decide quickly",
      "You trust the first explanation that fits. Before a costly decision, ask one person who disagrees.",
    ],
    middle: [
      "You weigh, then move",
      "You look at a problem from a second side when it matters, and leave it at one when it does not.",
    ],
    high: [
      "You look from many sides",
      "You keep looking after others have settled. Agree with yourself on when to stop, or the chance may pass.",
    ],
  },
  resolve: {
    low: [
      "You let go easily",
      "You do not cling to what no longer works. Tell others which tasks they can count on, and keep those few.",
    ],
    middle: [
      "You finish what counts",
      "You see important work through and drop the rest without much regret.",
    ],
    high: [
      "You see things through",
      "You carry on when it stops being fun. Check now and then that the goal is still worth the effort.",
    ],
  },
  initiative: {
    low: [
      "You move with the group",
      "You like a clear brief before you start. Ask for one early instead of waiting until it arrives.",
    ],
    middle: [
      "You start when it is your turn",
      "You take the lead in what you know well, and are glad to follow elsewhere.",
    ],
    high: [
      "You go first",
      "Where nobody leads, you do. Leave a gap now and then, so that quieter people can fill it.",
    ],
  },
  sociability: {
    low: [
      "You recharge alone",
      "Company costs you energy. Plan quiet time after busy days as firmly as you plan the meetings.",
    ],
    middle: [
      "You enjoy both",
      "You are at ease in company and by yourself, and you notice when you need the other one.",
    ],
    high: [
      "You draw energy from people",
      "You think best out loud. Write down what was agreed, since others may need it in silence.",
    ],
  },
  mindfulness: {
    low: [
      "You feel things strongly",
      "Setbacks stay with you for a while. A short walk before you answer often pays.",
    ],
    middle: ["You find your balance", "Stress reaches you, and you usually notice in time to slow down."],
    high: [
      "You stay calm",
      "You keep a clear head under pressure. Say what you feel, since others cannot see it.",
    ],
  },
};

/** Low below 40 points, high from 70 on. */
export function bandOf(score: number): Band {
  return score < 40 ? "low" : score < 70 ? "middle" : "high";
}

/** A result in words, the strongest facet first. */
export function insightsFor(scores: Scores): Insight[] {
  const byScore = [...FACETS].sort((left, right) => scores[right] - scores[left]);
  return byScore.map((facet) => {
    const band = bandOf(scores[facet]);
    const [headline, body] = WORDINGS[facet][band];
    return { facet, band, headline, body };
  });
}
