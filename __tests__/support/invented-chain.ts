import type { PhaseReport } from "../../rehearsal/report/model.ts";
import { inventedPhase, slugs, told } from "./invented-phase.ts";

export const pass = { verdict: "pass", next: "Nothing to do." } as const;

export function approved(phase: string, by: string, waited: number): Pick<PhaseReport, "gate" | "waited"> {
  return { gate: { environment: `production-${phase}`, answer: "approved", by }, waited };
}

export const build = inventedPhase("build", {
  worked: 2140,
  ...told("Build", {
    ...pass,
    reason: "The site is built: 14 files, marker 0123456789ab.5f0c1d.",
    evidence: [
      "3 of 3 pages are stamped 0123456789ab.5f0c1d",
      "1 of 1 required values are proven by the configuration that built",
      "3 of 3 quality commands passed",
    ],
    tables: [
      {
        title: "Required values",
        columns: ["variable", "required", "the build saw", "proof"],
        rows: [["VITE_PAYWALL_ENABLED", "false", "false", "proven: .env.production"]],
      },
    ],
  }),
});

export const plan = inventedPhase("plan", {
  worked: 960,
  ...told("Plan", {
    ...pass,
    reason: "5 migrations, 4 functions and the web site would change.",
    next: "Approve the gates in their order: migrate, deploy-functions, deploy-web.",
    evidence: [
      "3 of 3 declared gates are protected",
      "5 of 12 migrations are pending",
      "4 of 4 functions differ",
    ],
    tables: [
      {
        title: "What would change",
        columns: ["phase", "work", "undo"],
        rows: [
          ["migrate", "0008 … 0012", "no: the schema never goes back by itself"],
          ["deploy-functions", slugs.join("\n"), "yes"],
          ["deploy-web", "14 files, 6 of them new", "yes"],
        ],
      },
    ],
    folded: [
      { title: "Seen, not deployed", text: "supabase/seed.sql\nstorage bucket «reports» | 2 policies" },
    ],
  }),
  annotations: [{ level: "warning", message: "Seen, not deployed: supabase/seed.sql" }],
});

export const migrate = inventedPhase("migrate", {
  worked: 640,
  ...approved("migrate", "ada", 3100),
  ...told("Migrate", {
    ...pass,
    reason: "5 migrations are applied; the old functions and the old site still work.",
    evidence: ["5 of 5 pending migrations are applied", "4 of 4 old functions answer"],
  }),
});

export const functions = inventedPhase("deploy-functions", {
  worked: 2210,
  ...approved("deploy-functions", "grace", 1900),
  ...told("Deploy functions", {
    ...pass,
    reason: "4 functions are live as declared.",
    evidence: [
      "4 of 4 functions were activated at once",
      "4 of 4 answer when invoked",
      "4 of 4 have verify_jwt false",
    ],
  }),
});

export const web = inventedPhase("deploy-web", {
  worked: 1780,
  ...approved("deploy-web", "ada", 2600),
  ...told("Deploy web", {
    ...pass,
    reason: "Both domains serve 0123456789ab.5f0c1d.",
    evidence: ["2 of 2 domains serve the new marker", "6 of 14 files had to be uploaded"],
  }),
});

export const purge = inventedPhase("purge-cdn", {
  worked: 420,
  ...told("Purge CDN", {
    ...pass,
    reason: "Every route serves the new site.",
    evidence: ["4 of 4 paths are purged", "8 of 8 cached answers carry the new marker"],
  }),
});
