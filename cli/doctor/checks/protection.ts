import type { Runtime } from "../../../kit/action/runtime.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import type { WebInputs } from "../../../kit/parts/web/inputs.ts";
import { openHost } from "../../../kit/providers/hosts/hosts.ts";
import { type Check, type Told, fail, notAsked, ok, single, warn } from "../check.ts";
import type { Target } from "../target.ts";
import { type Place, openPlaces, setAt, storiesOf } from "./secret-places.ts";

const what = "Staged site";
const secret = "HOST_PROTECTION_BYPASS";
const make = "Make a «protection bypass for automation» of this project at the host";

/** The token for GitHub, empty where there is none, and whether there are other targets. */
export interface AtGitHub {
  readonly token: string;
  readonly several: boolean;
}

/** Whether a login stands before what is staged, and whether a release has what passes it. */
export function protectionCheck(target: Target, inputs: WebInputs, at: AtGitHub): Check {
  return single(target.group, what, async (world) => {
    const { protection } = openHost(inputs, world);
    if (protection === undefined)
      return notAsked(what, `${inputs.host} does not tell whether a login stands before it; none may`);
    const { by, opens } = await protection();
    if (by === undefined) return ok(what, `no login stands before it: ${secret} is not needed`);
    if (opens === false)
      return fail(what, `behind ${by}; ${secret} is no bypass of this project`, `${make}, and set it.`);
    const here = inputs.protectionBypass === undefined ? "" : givenHere(opens);
    return tell(`behind ${by}${here}`, here !== "", await placesOf(target, at, world));
  });
}

function givenHere(opens: boolean | undefined): string {
  return opens === true ? `; ${secret} is a bypass of this project` : `; ${secret} is set here`;
}

type Asked = { readonly places: readonly Place[]; readonly look: string } | { readonly unread: string };

async function placesOf(target: Target, { token, several }: AtGitHub, world: Runtime): Promise<Asked> {
  if (token === "" || world.context.owner === "") return { unread: "was not asked" };
  try {
    const found = await openPlaces(target, token, several, world);
    if ("unread" in found) return found;
    const places = found.all.filter(({ name }) => name === secret).flatMap((one) => found.of(one));
    return { places, look: found.look };
  } catch (error) {
    if (error instanceof UserError) return { unread: "could not be asked" };
    throw error;
  }
}

function tell(closed: string, isHere: boolean, asked: Asked): Told {
  if ("unread" in asked) {
    if (isHere) return ok(what, closed);
    const fix = `${make}, and set it as ${secret} for plan, deploy-web and rollback.`;
    return warn(what, `${closed}; whether GitHub holds ${secret} ${asked.unread}`, fix);
  }
  const { says, missing, unread } = storiesOf(asked.places, asked);
  const line = `${closed}; at GitHub ${secret} is ${says}`;
  if (missing.length === 0 && unread.length === 0) return ok(what, line);
  const fix = missing.length === 0 ? "Look there." : `${make}, then ${setAt(secret, missing)}`;
  // The others go on without it; deploy-web promotes nothing that it could not look at.
  return missing.some(({ use }) => use.job.includes("deploy-web"))
    ? fail(what, line, fix)
    : warn(what, line, fix);
}
