import type { Judged } from "./judge-case.ts";
import { axes, type CorpusCase, isClean, isDestructive, type Label } from "./read-case.ts";

export interface Result {
  readonly of: CorpusCase;
  readonly judged: Judged;
}

/** How often something was found where it is, and where it is not; the names are of the cases that went wrong. */
export interface Score {
  readonly name: string;
  readonly there: number;
  readonly missed: readonly string[];
  readonly absent: number;
  readonly invented: readonly string[];
}

/** SQL that cannot be read stops a release as a loss would, so it counts as saying that something is destroyed. */
const speaksOf = (axis: string, { findings }: Judged): boolean =>
  findings.some((finding) => finding.axis === axis || (finding.axis === "opaque" && destroys.includes(axis)));
const destroys = ["data_loss", "breaks_clients"];

/**
 * A score an axis, one for losses by a condition (a judge of whole losses alone finds none), one for what is
 * destructive by either of two axes, one for what should be met by silence, and one for what a person allows.
 */
export function scores(results: readonly Result[]): Score[] {
  const single = axes.map((axis) =>
    scoreOf(
      axis,
      results.filter(({ of }) => of.labels[axis] !== "scoped"),
      ({ labels }) => truth(labels[axis]),
      (judged) => speaksOf(axis, judged),
    ),
  );
  const scoped = scoreOf(
    "scoped losses",
    results.filter(({ of }) => of.labels.data_loss === "scoped"),
    () => true,
    (judged) => speaksOf("data_loss", judged),
  );
  const destructive = scoreOf("destructive", results, destroying, (judged) =>
    destroys.some((axis) => speaksOf(axis, judged)),
  );
  const clean = scoreOf(
    "clean files",
    results.filter(({ of }) => isClean(of)),
    () => false,
    ({ findings }) => findings.length > 0,
  );
  return [...single, scoped, destructive, clean, waiverScore(results)];
}

/** Whether just what a comment allows counts as allowed. */
function waiverScore(results: readonly Result[]): Score {
  const wrong = results.filter(
    ({ of, judged }) => of.waived.toSorted().join() !== judged.waived.toSorted().join(),
  );
  const there = results.filter(({ of }) => of.waived.length > 0);
  return {
    name: "waivers",
    there: there.length,
    missed: there.filter((one) => wrong.includes(one)).map(({ of }) => of.name),
    absent: results.length - there.length,
    invented: wrong.filter((one) => !there.includes(one)).map(({ of }) => of.name),
  };
}

/** What is promised of the judge: at least so much of what is there, at most so much where nothing is. */
export const targets: readonly { name: string; found: number; invented: number }[] = [
  { name: "data_loss", found: 1, invented: 1 },
  { name: "destructive", found: 0.98, invented: 0.02 },
  { name: "lock_hazard", found: 0.97, invented: 0.02 },
  { name: "clean files", found: 0, invented: 0.02 },
  { name: "waivers", found: 1, invented: 0 },
];

export function misses(all: readonly Score[]): string[] {
  return targets.flatMap(({ name, found, invented }) => {
    const one = all.find((candidate) => candidate.name === name);
    if (one === undefined) return [`${name} was not scored`];
    return [
      ...(share(one.there - one.missed.length, one.there, 1) < found
        ? [`${name}: fewer than ${found * 100} % found`]
        : []),
      ...(share(one.invented.length, one.absent, 0) > invented
        ? [`${name}: more than ${invented * 100} % false`]
        : []),
    ];
  });
}

export function share(part: number, whole: number, ofNothing: number): number {
  return whole === 0 ? ofNothing : part / whole;
}

/** `undefined` is what careful readers differ on. A loss by a condition is one. */
function truth(label: Label): boolean | undefined {
  return label === "either" ? undefined : label !== "no";
}

function destroying(of: CorpusCase): boolean | undefined {
  if (isDestructive(of)) return true;
  return of.labels.data_loss === "no" && of.labels.breaks_clients === "no" ? false : undefined;
}

function scoreOf(
  name: string,
  results: readonly Result[],
  real: (of: CorpusCase) => boolean | undefined,
  said: (judged: Judged) => boolean,
): Score {
  const there = results.filter(({ of }) => real(of) === true);
  const absent = results.filter(({ of }) => real(of) === false);
  return {
    name,
    there: there.length,
    missed: there.filter(({ judged }) => !said(judged)).map(({ of }) => of.name),
    absent: absent.length,
    invented: absent.filter(({ judged }) => said(judged)).map(({ of }) => of.name),
  };
}
