import { list, text } from "../../kit/action/input.ts";
import { record } from "../../kit/action/input-map.ts";
import { placeInputs } from "../../kit/action/shared-inputs.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";

export const spec = defineAction({
  name: "build",
  title: "Build",
  description:
    "Builds the web app once, in a job without provider tokens; proves the required values, stamps the pages, writes the artifact.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("35m"),
    install: text({
      description: "Command that installs what the build needs; `none` when nothing is to be installed.",
      default: "npm ci",
    }),
    command: text({ description: "Command that builds the web app.", default: "npm run build" }),
    output: text({ description: "Folder in which the build puts the site.", default: "dist" }),
    "required-env": record({
      description:
        "Variables and the values that the build must have seen; proven by the Vite configuration that built.",
      default: "{}",
    }),
    "build-env": record({
      description: "Environment of install, build and quality commands. They get nothing else of the job.",
      default: "{}",
    }),
    quality: list({
      description: "Commands that must pass before anything is released (tests, lint, types).",
      default: "",
    }),
  },
  outputs: {
    "artifact-digest": "SHA-256 of the site before it was stamped",
    marker: "What every page says: <commit>-<digest>",
    path: "Folder of the artifact: artifact.json and site/. Upload it whole, hidden files included",
    manifest: "Path of artifact.json",
  },
});
