import type { GithubState } from "../stand-ins/github/state.ts";
import type { World } from "../world/world.ts";
import type { Canary } from "./forms.ts";

/** A secret of a world, and the server that it is for: there it may be a header, and nowhere else anything. */
export interface Kept extends Canary {
  readonly mayGoTo: (port: number) => boolean;
}

type Known = Pick<World, "github" | "supabase" | "host" | "cdn" | "secrets" | "canaries">;

/** A secret that is told on purpose: whoever does not find it has not looked. */
export const decoyName = "DECOY";

/** Every secret that the jobs of a world can have so far, each value once. */
export function canariesOf(world: Known): readonly Kept[] {
  const found = new Map<string, Kept>();
  const note = (name: string, value: string, kind: string): void => {
    if (!found.has(value) && !isOpen(kind, value))
      found.set(value, { name, value, mayGoTo: homeOf(kind, value, world) });
  };
  // What lies about on a machine is for nobody, also where it has the name of something that is.
  for (const [name, value] of Object.entries(world.canaries ?? {})) note(name, value, "");
  for (const [name, value] of Object.entries(world.secrets)) note(name, value, name);
  const read = ({ environments, tokens }: GithubState): void => {
    for (const { name: where, secrets } of environments)
      for (const [name, value] of Object.entries(secrets ?? {})) note(`${name} of ${where}`, value, name);
    for (const token of Object.keys(tokens)) note("GITHUB_TOKEN", token, "GITHUB_TOKEN");
  };
  world.github.change(read);
  return [...found.values()];
}

/** An address of a database without a password opens nothing. */
function isOpen(kind: string, value: string): boolean {
  return kind.endsWith("DATABASE_URL") && URL.canParse(value) && new URL(value).password === "";
}

function homeOf(kind: string, value: string, { github, supabase, host, cdn }: Known): Kept["mayGoTo"] {
  const api = host.section["host-api-url"];
  const ports = { github: github.port, supabase: portOf(supabase.url), cdn: cdn.port, host: portOf(api) };
  const only = (port: number | undefined) => (asked: number) => asked === port;
  if (kind === "GITHUB_TOKEN" || kind.endsWith("CANCEL_TOKEN")) return only(ports.github);
  if (kind.endsWith("SUPABASE_ACCESS_TOKEN")) return only(ports.supabase);
  if (kind.endsWith("HOST_TOKEN")) return only(ports.host);
  if (kind.endsWith("CDN_TOKEN")) return cdn.name === "http" ? nodesOf(cdn) : only(ports.cdn);
  // A site of the host has an address of its own, and nothing else of a world is one of these.
  if (kind.endsWith("HOST_PROTECTION_BYPASS"))
    return (asked) => !Object.values(ports).some((port) => port === asked);
  // Its path is the secret, and goes to itself.
  if (kind.endsWith("NOTIFY_WEBHOOK")) return only(portOf(value));
  return () => false;
}

/** Caches of one's own have no API: each node is purged where browsers ask it. */
function nodesOf(cdn: Known["cdn"]): Kept["mayGoTo"] {
  const nodes = cdn.state().zones.flatMap(({ hosts }) => hosts.map(({ port }) => port));
  return (asked) => nodes.includes(asked);
}

function portOf(url: string | undefined): number | undefined {
  return url === undefined ? undefined : Number(new URL(url).port);
}
