import { expect, test } from "@jest/globals";
import { startCost } from "../../scripts/start-cost.ts";

/** A machine on which node takes `bare` ms and the program `own` more, and others add what `noise` has next. */
function machine(bare: number, own: number, noise: readonly number[]) {
  const rounds: number[] = [];
  const timed = ([first]: readonly string[]): number => {
    if (first === "-e") rounds.push(rounds.length);
    const added = noise[Math.min(rounds.length, noise.length) - 1] ?? 0;
    return bare + (first === "-e" ? 0 : own) + added;
  };
  return { timed, rounds };
}

test("what others add to some rounds counts for nothing", () => {
  const { timed, rounds } = machine(40, 90, [300, 5, 0, 80]);
  expect(startCost("plan.js", 120, timed)).toBe(90);
  expect(rounds).toHaveLength(7);
});

test("on a busy machine it is tried until it is seen to be cheap enough", () => {
  let round = 0;
  const timed = ([first]: readonly string[]): number => {
    if (first === "-e") return 40;
    round += 1;
    return round < 20 ? 40 + 125 : 40 + 119;
  };
  expect(startCost("plan.js", 120, timed)).toBe(119);
  expect(round).toBe(20);
});

test("what is never seen to be cheap enough is given up after 80 rounds, and told", () => {
  const { timed, rounds } = machine(40, 121, []);
  expect(startCost("plan.js", 120, timed)).toBe(121);
  expect(rounds).toHaveLength(80);
});
