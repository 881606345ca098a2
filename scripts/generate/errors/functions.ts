import { type SomeHelp, neverGiven } from "./form.ts";

/** Edge Functions: their sources, their bundles, what is live. */
export const functions = {
  PR421: {
    when: "Supabase could not bundle a function, or refuses another bundle because an earlier one was never activated. No function was activated; live is what was before.",
    fix: "Mend the function; `deno check` on its entrypoint mostly shows the same. A conflict: wait for a deployment that may be running, then run the failed job again ([ADR 4](adr/0004-an-abandoned-bundle-is-closed-by-the-next-deployment.md)).",
  },
  PR422: {
    when: "The functions were activated, and one does not answer as `health-request` says, or Supabase lists another bundle than it was given. In the chain the release is rolled back.",
    fix: "Read the function's own logs. Try its request by hand: `curl -i https://<ref>.supabase.co/functions/v1/<name>?health=1`.",
  },
  PR423: { when: neverGiven, fix: "Settings that differ are set by the release, and shown in its plan." },
  PR424: {
    when: "A declared function has no entrypoint, an import leads nowhere, an import map is no JSON, or `static-files` names nothing. Nothing was changed.",
    fix: "Correct the name under `functions`, commit the file, or mend the import that the message names. [functions.md](functions.md).",
  },
  PR437: {
    when: "A new function reads a secret by `Deno.env.get` that the project does not have. Nothing was changed.",
    fix: '`supabase secrets set NAME=…` first; or give the read a substitute: `Deno.env.get("NAME") ?? "…"`.',
  },
  PR442: {
    when: "Somebody else deployed a function between the plan and now. Nothing of this release was activated over it.",
    fix: "Find who deploys beside this suite, then start a new run: its plan shows what is live now.",
  },
  PR443: {
    when: "The sources of a function are over `size-limit` (5 MB, which is Supabase's). Nothing was changed.",
    fix: "Leave out what it does not read (`static-files`), load it at run time, or bundle it yourself by `command`.",
  },
  PR444: {
    when: "Deno, where the machine has it, finds type errors in changed functions. Nothing was changed.",
    fix: "Mend them. `deno-check: off` deploys without; the platform does not look at types.",
  },
  PR445: {
    when: "Some functions are the new ones and some the old ones, and the message names which. In the chain the rollback puts them back.",
    fix: "Standing alone: run it again, it goes on where it stopped; or deploy the former commit.",
  },
} satisfies SomeHelp;
