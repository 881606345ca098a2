import { duration, flag, integer, oneOf, optional, secret, text, url } from "../../action/input.ts";
import { record } from "../../action/input-map.ts";
import { onlyInput } from "../../release/slice/only-input.ts";
import type { ValuesOf } from "../../action/spec.ts";
import { hostNames } from "../../providers/hosts/names.ts";
import { hostOrigins, origins } from "./origins.ts";
import { assets, hostTeam } from "./shared-inputs.ts";

/** What `plan`, `deploy-web` and `rollback` need to know of a target's web app. */
export const webInputs = {
  host: oneOf(hostNames, { description: "Where the web app lives.", default: "vercel" }),
  origins: origins({
    description:
      "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
  }),
  "host-origins": hostOrigins,
  artifact: optional(
    text({ description: "Folder that `build` made (artifact.json and site/), its output `path`." }),
  ),
  "required-env": record({
    description: "More variables and values that build and host must agree with, beyond those of `build`.",
    default: "{}",
  }),
  only: onlyInput,
  "host-project": optional(
    text({ description: "Project at the host (Vercel: its id or name; Netlify: the site's id)." }),
  ),
  "host-team": hostTeam,
  "host-token": optional(secret({ description: "Token for the host; reading is enough for `plan`." })),
  "host-api-url": optional(url({ description: "Base URL of the host's API. By default the host's own." })),
  "protection-bypass": optional(
    secret({ description: "Secret with which probes pass the host's deployment protection." }),
  ),
  assets,
  "keep-releases": integer({
    description:
      "Of how many former releases the hashed assets (the folder `assets`) are deployed again with the site, so that open tabs find their chunks; 0 keeps none.",
    default: "3",
    min: 0,
    max: 20,
  }),
  "auto-assign": flag({
    description:
      "Whether new production builds are supposed to go live by themselves (Vercel: domains are auto-assigned; Netlify: auto publishing). When they are, finding that off means that somebody, or a rollback, has pinned production.",
    default: "true",
  }),
  unpin: flag({
    description: "Promote although production is pinned by a rollback, or locked.",
    default: "false",
  }),
  command: text({
    description: "Host `command`: what deploys the site. It finds it in `ROLLOUT_SITE`.",
    default: "npm run deploy:web",
  }),
  "command-env": record({
    description: "Host `command`: its environment; it gets nothing else of the job.",
    default: "{}",
  }),
  "command-token": optional(
    text({ description: "Host `command`: name of the variable in which it gets `host-token`." }),
  ),
  "undo-command": optional(
    text({
      description:
        "Host `command`: what brings the site back that was live before. It finds that one's build marker in `ROLLOUT_MARKER`.",
    }),
  ),
  "ready-timeout": duration({
    description: "How long a staged deployment may take to be ready.",
    default: "10m",
  }),
  "existing-timeout": duration({
    description:
      "Source `existing`: how long the host's own build of the commit may take from here on until it is ready.",
    default: "20m",
  }),
  "verify-timeout": duration({
    description: "How long domains and origins may take to serve the release.",
    default: "3m",
  }),
  "poll-interval": duration({ description: "Time between two looks.", default: "2s" }),
};

export type WebInputs = ValuesOf<typeof webInputs>;
