/** Where the stand-in deliberately differs from GitHub's description, and why. */
export interface Gap {
  readonly problem: RegExp;
  readonly reason: string;
}

export const gaps: readonly Gap[] = [
  {
    problem: /pending_deployments answers 422: the description has no such status/,
    reason:
      "A review that fits no waiting job, or comes from nobody who may give one, is refused with 422; the description names only what is answered to a good one.",
  },
  {
    problem: /^PUT \S+\/environments\/\{environment_name\} is sent \/ must NOT have additional properties$/,
    reason:
      "can_admins_bypass is no part of the description, but github.com takes and shows it (google/go-github#2727); a server that refuses it is sent the rest.",
  },
];
