/** The app's own tests, lint, types and journeys; or these, its probes, browser suites and the replay of its migrations. */
export const skippable = ["commands", "checks"] as const;

export type Skipped = (typeof skippable)[number];

/** What a target says for it, and what the report says. */
export const leftOut = {
  commands: {
    overlay: { smoke: { commands: [] }, migrate: { journeys: [] } },
    note: "The app's own quality commands (tests, lint, types) and journeys are left out of this rehearsal.",
  },
  checks: {
    overlay: {
      smoke: { commands: [], probes: [], playwright: [], checklist: [] },
      migrate: { shadow: "none", journeys: [] },
    },
    note: "The app's own quality commands, journeys, probes and browser suites, and the replay of its migrations, are left out of this rehearsal.",
  },
} as const;
