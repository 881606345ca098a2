import { heldIn } from "../../../kit/action/held-in.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { webInputs } from "../../../kit/parts/web/inputs.ts";
import { namesHeldOtherwise } from "../../../kit/parts/web/required-env.ts";
import { openHost } from "../../../kit/providers/hosts/hosts.ts";
import { type Looked, again, since } from "./difference.ts";

/** The values that the live commit requires, as the host holds them for its own next build. */
export async function envDrift(commit: string, world: Runtime): Promise<Looked> {
  const inputs = world.section("deploy-web", webInputs);
  const { requiredEnv } = world.section("build", { "required-env": webInputs["required-env"] });
  const required: Readonly<Record<string, string>> = { ...requiredEnv, ...inputs.requiredEnv };
  const names = Object.keys(required).sort();
  const held = await openHost(inputs, world).env(names);
  const differences = namesHeldOtherwise(required, held).map((name) => {
    const now = heldIn(held, name);
    return {
      component: "required-env" as const,
      name,
      recorded: `${JSON.stringify(required[name])}, required by commit ${commit.slice(0, 12)}`,
      live: "another value at the host (not shown)",
      since: since(now?.state === "value" ? now.setAt : undefined),
      next: `${again("deploy-web", commit)}: it sets the value, builds and deploys the site again.`,
      web: true as const,
    };
  });
  const unverified = names.flatMap((name) => {
    const state = heldIn(held, name)?.state ?? "unreadable";
    if (state === "value") return [];
    return [state === "absent" ? `${name} is not set at the host.` : `${name} cannot be read at the host.`];
  });
  return { component: "required-env", differences, compared: names.length - unverified.length, unverified };
}
