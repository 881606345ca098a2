/** Outputs that `runAction` sets for every action. */
export const commonOutputs = {
  verdict: "pass, fail, inconclusive or error.",
  attempt: "Which attempt of the run said this: a re-run hands old outputs on.",
  evidence: "What was checked, as a JSON list of «x of n …» lines.",
};

/** Outputs that `enterPhase` and the journal set for every phase that changes production. */
export const phaseOutputs = {
  work: "none or some.",
  digest: "Digest of what was decided.",
  started: "`true` once the first change was begun.",
  receipt: "The last receipt, if it has at most 8 KiB.",
};
