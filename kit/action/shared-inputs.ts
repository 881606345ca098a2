import { duration, list, optional, secret, text, url } from "./input.ts";

/** The inputs that every action has; they say where the others are read from. */
export const placeInputs = {
  "working-directory": text({
    description: "Folder of the stack inside the repository; all other paths start here (`with:` only).",
    default: ".",
  }),
  config: text({ description: "The configuration file (`with:` only).", default: "rollout.yml" }),
  target: optional(text({ description: "Which of `targets:` to use (`with:` only)." })),
  commit: optional(
    text({
      description:
        "The commit that is checked out, where it is not the one that the run is about: all 40 digits (`with:` only).",
    }),
  ),
};

/** What a phase is given by the plan, and needs to keep the record. */
export const releaseInputs = {
  slice: list({
    description:
      "The phases of this run, from `plan`; a phase outside of it has nothing to do. Empty is all of them.",
    default: "",
  }),
  release: optional(
    text({
      description: "Id of the release, from `plan`. Without it the action stands alone and plans itself.",
    }),
  ),
  plan: optional(text({ description: "Path of `plan.json`, from `plan`'s artifact." })),
  "plan-digest": optional(
    text({
      description: "Digest of this phase's part of the plan that was approved; anything else is refused.",
    }),
  ),
  "plan-stamp": optional(
    text({
      description:
        "When that plan was made and what its file was, from `plan`'s output `stamp`; without it no digest is believed.",
    }),
  ),
  "plan-max-age": duration({
    description: "How old a plan may be when its phase begins; an older one must be made and approved anew.",
    default: "24h",
  }),
  environment: optional(text({ description: "The environment whose approval let this job start." })),
  "github-token": optional(
    secret({
      description:
        "Token for the record, the lease and the approvals (`deployments: write`, `actions: read`).",
    }),
  ),
};

/** The Supabase project of a target. */
export const supabaseInputs = {
  supabase: text({ description: "Reference of the Supabase project." }),
  "supabase-access-token": secret({ description: "Supabase access token." }),
  "supabase-api-url": url({
    description: "Base URL of Supabase's Management API.",
    default: "https://api.supabase.com",
  }),
};
