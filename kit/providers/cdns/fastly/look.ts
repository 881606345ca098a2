import { UserError } from "../../../errors/user-error.ts";
import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import type { CdnWorld } from "../cdn.ts";
import type { CdnLook } from "../look.ts";
import { zoneOf } from "../needs.ts";
import { fastlyApi, serviceHint, tokenHint } from "./fastly.ts";

/** What the token says of itself: its scope, and its services (none named: all of the account). */
export async function lookAtFastly(inputs: CdnInputs, world: CdnWorld): Promise<CdnLook> {
  const service = zoneOf(inputs, serviceHint);
  const { json } = await fastlyApi(inputs, world, 2)("GET", "/tokens/self");
  const { scope, services } = (json ?? {}) as { readonly scope?: unknown; readonly services?: unknown };
  const words = typeof scope === "string" ? scope.split(/\s+/) : [];
  if (!words.some((word) => ["purge_select", "purge_all", "global"].includes(word))) {
    const said = `Fastly's token has the scope ${words.join(" ").slice(0, 100) || "(none)"}, which purges nothing.`;
    throw new UserError("PR302", said, tokenHint);
  }
  const named = Array.isArray(services) ? services : [];
  if (named.length > 0 && !named.includes(service)) {
    const fix = "Correct `zone` (the service's id), or make a token for this service.";
    throw new UserError("PR303", `Fastly's token is for other services than ${service}.`, fix);
  }
  return { says: `the token has ${words.join(", ")} for service ${service}` };
}
