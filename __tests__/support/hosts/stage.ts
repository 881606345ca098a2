import { deployWeb } from "../../../actions/deploy-web/deploy-web.ts";
import { spec } from "../../../actions/deploy-web/spec.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { type Site, readSite } from "../../../kit/parts/web/artifact.ts";
import { hostedSite } from "../../../kit/parts/web/hosted-site.ts";
import type { Host, HostedSite } from "../../../kit/providers/hosts/host.ts";
import { openHost } from "../../../kit/providers/hosts/hosts.ts";
import type { LoggedRequest, PlannedFault } from "../../../rehearsal/stand-ins/watch.ts";
import { builtSite } from "../built-site.ts";
import { inputsFrom } from "../inputs-of.ts";
import { type TestWorld, testWorld } from "../test-world.ts";

/** A question that the contract breaks: at an API its method and path. */
export type Question = "read" | "create" | "upload" | "promote" | "back";

/** A host with a site that another tool has deployed, and two domains that serve it. */
export interface StartedHost {
  readonly origins: readonly string[];
  /** The inputs that lead to it. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Where the commands run, where there are any. */
  readonly root?: string;
  /** How often anything was asked that may move traffic. */
  moves(): number;
  /** Somebody else deploys another site, behind our back. */
  other(): Promise<void>;
  readonly api: HostApi | undefined;
  close(): Promise<void>;
}

/** A host that is asked by an API. */
export interface HostApi {
  readonly questions: Readonly<Record<Question, Pick<PlannedFault, "method" | "path">>>;
  readonly requests: readonly LoggedRequest[];
  plan(fault: PlannedFault): void;
  /** From now on the host has content of this sum, though nobody sent it. */
  pretend(sha1: string): void;
  /** What a variable of production is. */
  variable(name: string): string | undefined;
}

/** A host for the contract. */
export interface HostFixture {
  readonly name: string;
  /** How many files a release of two new ones uploads: what the host needs for them may change as well. */
  readonly changed?: number;
  /** It has the variables PLAIN=one and SECRET. */
  start(): Promise<StartedHost>;
}

type Given = Readonly<Record<string, string>>;
type Changes = Partial<Runtime>;

/** The host as actions open it, in a world that can be changed. */
export interface HostStage extends StartedHost {
  host(given?: Given, changes?: Changes): Promise<Host>;
  deploy(given: Given, changes?: Changes): ReturnType<typeof deployWeb>;
  /** The bodies of the pages that the origins serve. */
  serves(): Promise<readonly string[]>;
  /** How often a question was put. */
  asked(question: Question): number;
  /** Stages and promotes a site whose page says `text`. */
  release(text: string): Promise<{ readonly id: string | null; readonly site: HostedSite }>;
}

const times = { "poll-interval": "5ms", "verify-timeout": "3s", "ready-timeout": "3s" };

export async function hostStage(fixture: HostFixture): Promise<HostStage> {
  const started = await fixture.start();
  const { origins, root } = started;
  const common = { host: fixture.name, origins: origins.join(","), ...times, ...started.inputs };
  const inputs = (given: Given) => inputsFrom(spec.inputs, { ...common, ...given });
  const worldOf = (changes: Changes): Promise<TestWorld> =>
    testWorld({ ...(root === undefined ? {} : { root }), ...changes });
  const host: HostStage["host"] = async (given = {}, changes = {}) =>
    openHost(inputs(given), await worldOf(changes));
  return {
    ...started,
    host,
    deploy: async (given, changes = {}) => await deployWeb(inputs(given), await worldOf(changes)),
    serves: () => Promise.all(origins.map(served)),
    asked: (question) => {
      const { questions, requests } = started.api ?? {};
      const wanted = questions?.[question];
      const fits = ({ method, path }: LoggedRequest): boolean =>
        method === wanted?.method && new RegExp(`^(?:${wanted.path})$`).test(path);
      return (requests ?? []).filter(fits).length;
    },
    release: async (text) => {
      const site = await siteOf(text);
      const one = await host();
      const { domains } = await one.inspect();
      const staged = await one.stage(site, `release-${text}`, (await one.inspect()).deployment);
      await one.promote({ site, staged, was: domains });
      return { id: staged?.deployment ?? site.marker, site };
    },
  };
}

/** A small site as `deploy-web` has it, whose page says `text`. */
export async function siteOf(
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<HostedSite> {
  const site = await readSite((await builtSite({ text, files })).folder);
  return await asHosted(site);
}

/** With nothing of former releases. */
export async function asHosted(site: Site): Promise<HostedSite> {
  const kept = { releases: [], origin: undefined, unknown: undefined };
  return await hostedSite(site, kept, { assets: "assets", keepReleases: 0 }, await testWorld());
}

async function served(origin: string): Promise<string> {
  const page = await (await fetch(`${origin}/?${Math.random()}`)).text();
  return /<body>(.*)<\/body>/.exec(page)?.[1] ?? page;
}
