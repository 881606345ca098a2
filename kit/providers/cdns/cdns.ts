import { UserError } from "../../errors/user-error.ts";
import type { CdnInputs } from "../../parts/cdn/inputs.ts";
import { purgedOf, skippedLine } from "../../parts/cdn/purged.ts";
import type { Cdn, CdnWorld } from "./cdn.ts";
import { openCloudflare } from "./cloudflare/cloudflare.ts";
import { openCloudfront } from "./cloudfront/cloudfront.ts";
import { openFastly } from "./fastly/fastly.ts";
import { openHttp } from "./http/http.ts";
import type { CdnName } from "./names.ts";
import { openNetlify } from "./netlify/netlify.ts";
import { noCdn } from "./none/none.ts";
import { type Pattern, patternText } from "./pattern.ts";
import { openVercel } from "./vercel/vercel.ts";

const openers: Readonly<Record<CdnName, (inputs: CdnInputs, world: CdnWorld) => Cdn>> = {
  cloudflare: openCloudflare,
  fastly: openFastly,
  cloudfront: openCloudfront,
  vercel: openVercel,
  netlify: openNetlify,
  http: openHttp,
  none: () => noCdn,
};

/**
 * The CDN that a target names. Its secrets are asked for by the first purge only: looking needs none.
 * @throws {UserError} PR102 when an input is missing, or a pattern is one that this CDN cannot purge exactly.
 */
export function openCdn(inputs: CdnInputs, world: CdnWorld): Cdn {
  const cdn = openers[inputs.cdn](inputs, world);
  if (cdn.name === "none") return cdn;
  if (inputs.paths === undefined) {
    const fix = 'Write paths: ["/", "/index.html", "/results/*"], or cdn: none where there is no CDN.';
    throw new UserError("PR102", `cdn ${cdn.name} needs \`paths\`, but there are none.`, fix);
  }
  refuseBeyond(cdn, inputs.paths);
  refuseOnlyAssets(inputs);
  if (inputs.invalidate) refuseHardOnly(cdn, inputs.paths);
  return { ...cdn, purge: async (order) => await purge(cdn, order) };
}

/** Nothing is sent without what a purge needs. @throws {UserError} PR104 */
async function purge(cdn: Cdn, order: Parameters<Cdn["purge"]>[0]): Promise<readonly string[]> {
  const lack = cdn.lacks();
  if (lack === undefined) return await cdn.purge(order);
  const said = `cdn ${cdn.name} needs ${lack.what}, but it is empty. Nothing was purged.`;
  throw new UserError("PR104", said, lack.fix);
}

function refuseBeyond(cdn: Cdn, paths: readonly Pattern[]): void {
  const beyond = paths.filter(({ kind }) => !cdn.purges.has(kind)).map(patternText);
  if (beyond.length > 0) {
    const can = [...cdn.purges].join(", ");
    throw new UserError(
      "PR102",
      `cdn ${cdn.name} cannot purge exactly ${beyond.join(", ")}: it knows ${can}.`,
      "Write these paths in another way; nothing is purged that was not written.",
    );
  }
  const refused = paths.flatMap((pattern) => {
    const why = cdn.refuses?.(pattern);
    return why === undefined ? [] : [`${patternText(pattern).slice(0, 80)} (${why})`];
  });
  if (refused.length === 0) return;
  throw new UserError(
    "PR102",
    `cdn ${cdn.name} cannot purge exactly ${refused.join(", ")}.`,
    "Write these paths in another way; nothing is purged that was not written.",
  );
}

function refuseOnlyAssets(inputs: CdnInputs): void {
  const { purged, skipped } = purgedOf(inputs);
  if (purged.length > 0) return;
  throw new UserError(
    "PR102",
    `There is nothing to purge: ${skippedLine(skipped)}.`,
    'Write the pages that change: paths: ["/", "/index.html", "/results/*"].',
  );
}

function refuseHardOnly(cdn: Cdn, paths: readonly Pattern[]): void {
  const hard = paths.filter(({ kind }) => !cdn.softens.has(kind)).map(patternText);
  if (hard.length === 0) return;
  const can = cdn.softens.size === 0 ? "nothing" : `only ${[...cdn.softens].join(", ")}`;
  throw new UserError(
    "PR102",
    `invalidate is true, but cdn ${cdn.name} can mark ${can} as stale: ${hard.join(", ")} would be deleted.`,
    "Leave invalidate away, or write other paths.",
  );
}
