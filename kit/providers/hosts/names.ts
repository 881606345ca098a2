/** The hosts that this suite knows; `hosts.ts` has one opener for each. */
export const hostNames = ["vercel", "netlify", "command"] as const;

export type HostName = (typeof hostNames)[number];
