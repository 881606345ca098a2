import { readsContents, recordPermissions } from "../../kit/action/permission.ts";
import { cdnPermissions } from "../../kit/providers/cdns/permissions.ts";
import { oneOf, optional, text } from "../../kit/action/input.ts";
import { placeInputs, releaseInputs } from "../../kit/action/shared-inputs.ts";
import { phaseOutputs } from "../../kit/action/shared-outputs.ts";
import { type InputsOf, defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { cdnInputs } from "../../kit/parts/cdn/inputs.ts";

export const spec = defineAction({
  name: "purge-cdn",
  title: "Purge CDN",
  description:
    "Purges the routes that changed, once the origins serve the release, and proves by its build marker that the CDN serves it too.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("20m"),
    ...releaseInputs,
    ...cdnInputs,
    marker: optional(
      text({
        description:
          "Build marker that every route must serve. Without it that of `artifact`, else the one that all origins serve past the CDN.",
      }),
    ),
    artifact: optional(
      text({ description: "Folder that `build` made (artifact.json and site/), its output `path`." }),
    ),
    "on-unverified": oneOf(["hold", "warn"], {
      description:
        "What a purge comes to that was accepted but not seen on every route: `hold` ends with verdict error.",
      default: "hold",
    }),
  },
  permissions: [readsContents, ...recordPermissions, ...cdnPermissions],
  outputs: {
    ...phaseOutputs,
    marker: "The build marker that every route had to serve.",
    verified: "`true` when every route served it through the CDN.",
    purges: "How often was purged.",
  },
});

export type PurgeInputs = InputsOf<typeof spec>;
