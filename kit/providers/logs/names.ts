/** The log sources that this suite knows; `sources.ts` has one opener for each. */
export const sourceNames = ["supabase", "prometheus", "loki", "sentry", "http"] as const;

export type SourceName = (typeof sourceNames)[number];
