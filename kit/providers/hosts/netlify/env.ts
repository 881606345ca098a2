import { UserError } from "../../../errors/user-error.ts";
import type { HostValue } from "../host.ts";
import { shaped } from "../shaped.ts";
import { type EnvVar, shapes } from "./answers.ts";
import type { Netlify } from "./context.ts";
import { readSite } from "./site.ts";
import { encoded } from "../../../ports/encoded.ts";
import { notSet } from "../not-set.ts";

interface Place {
  readonly account: string;
  readonly site: string;
}

/** Production variables as far as they can be read: the site's own, then those of its whole team; a secret never. */
export async function readEnv(
  netlify: Netlify,
  names: readonly string[],
): Promise<Readonly<Record<string, HostValue>>> {
  if (names.length === 0) return {};
  try {
    const place = await placeOf(netlify);
    const [own, team] = await Promise.all([
      listed(netlify, place.account, place.site),
      listed(netlify, place.account, undefined),
    ]);
    const valueIn = (name: string): HostValue =>
      valueOf(own.find(({ key }) => key === name) ?? team.find(({ key }) => key === name));
    return Object.fromEntries(names.map((name) => [name, valueIn(name)]));
  } catch (error) {
    // A token that may deploy need not be one that may read variables.
    if (!(error instanceof UserError) || !["PR302", "PR303"].includes(error.code)) throw error;
    return Object.fromEntries(names.map((name) => [name, { state: "unreadable" as const }]));
  }
}

/** Sets the production value of variables that the site has; asked twice it does the same, and it is read again. */
export async function setEnv(netlify: Netlify, values: Readonly<Record<string, string>>): Promise<void> {
  const { account, site } = await placeOf(netlify);
  for (const [name, value] of Object.entries(values)) {
    const there = (await listed(netlify, account, site)).some(({ key }) => key === name);
    if (!there) throw notSet(name, "the site has no variable of its own with this name");
    const path = `/accounts/${account}/env/${encoded(name)}`;
    const json = { context: "production", value };
    await netlify.api("PATCH", path, { query: { site_id: site }, json, safe: true });
    const now = valueOf((await listed(netlify, account, site)).find(({ key }) => key === name));
    if (now.state !== "value" || now.value !== value) throw notSet(name, "it holds another value still");
  }
}

async function placeOf(netlify: Netlify): Promise<Place> {
  const { id, account_id: account, account_slug: slug } = await readSite(netlify);
  return { site: id, account: encoded(account ?? slug ?? "") };
}

async function listed(
  { api }: Netlify,
  account: string,
  site: string | undefined,
): Promise<readonly EnvVar[]> {
  const { json } = await api("GET", `/accounts/${account}/env`, { query: { site_id: site } });
  return shaped("Netlify", json, { each: shapes.variable });
}

function valueOf(variable: EnvVar | undefined): HostValue {
  if (variable === undefined) return { state: "absent" };
  if (variable.is_secret === true) return { state: "unreadable" };
  const found = ["production", "all"]
    .map((context) => variable.values?.find((one) => one.context === context)?.value)
    .find((value) => value !== undefined);
  if (found === undefined) return { state: "absent" };
  const setAt = Date.parse(variable.updated_at ?? "");
  return { state: "value", value: found, ...(Number.isNaN(setAt) ? {} : { setAt }) };
}
