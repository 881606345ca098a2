import { onGitHub } from "../../kit/action/permission.ts";
import { list, oneOf, optional, text } from "../../kit/action/input.ts";
import { record } from "../../kit/action/input-map.ts";
import { placeInputs } from "../../kit/action/shared-inputs.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { sourceNames } from "../../kit/parts/web/sources.ts";

export const spec = defineAction({
  name: "build",
  title: "Build",
  description:
    "Builds the web app once, in a job without provider tokens; proves the required values, stamps the pages, writes the artifact.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("35m"),
    install: text({
      description:
        "Command that installs what the build needs; `auto`: what the lock file names, by its own package manager; `none` when nothing is to be installed.",
      default: "auto",
    }),
    command: text({ description: "Command that builds the web app.", default: "npm run build" }),
    source: oneOf(sourceNames, {
      description:
        "`dist`: `output` is a static site; the host's routes and cache headers are made for it. `prebuilt`: `command` runs `vercel build`, and `.vercel/output` is deployed as it is. `existing`: nothing is built here; `deploy-web` takes the staged production deployment of this commit that the host's Git integration builds.",
      default: "dist",
    }),
    output: text({
      description: "Folder in which the build puts the site; only for source `dist`.",
      default: "dist",
    }),
    "required-env": record({
      description:
        "Variables and the values that the build must have seen; proven by the Vite configuration that built.",
      default: "{}",
    }),
    "build-env": record({
      description: "Environment of install, build and quality commands. They get nothing else of the job.",
      default: "{}",
    }),
    reuse: optional(
      text({
        description:
          "Folder of the artifact that another target's build has made of the same commit. It is taken, and `command` does not run, where it was made with the same settings and values; else the site is built, and the plan says why.",
      }),
    ),
    quality: list({
      description: "Commands that must pass before anything is released (tests, lint, types).",
      default: "",
    }),
  },
  permissions: [onGitHub({ name: "contents: read", why: "checking out the commit" })],
  outputs: {
    "artifact-digest": "SHA-256 of the site before it was stamped",
    marker: "What every page says: <commit>-<digest>; the commit alone, where the app says it itself",
    path: "Folder of the artifact: artifact.json and site/. Upload it whole, hidden files included",
    manifest: "Path of artifact.json",
  },
});
