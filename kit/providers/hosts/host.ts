import type { UserError } from "../../errors/user-error.ts";
import type { SourceName } from "../../parts/web/sources.ts";
import type { Bytes } from "./upload.ts";

/** A file that is to be served at `path`; of a `prebuilt` site, where it lies in the project. */
export interface HostedFile {
  readonly path: string;
  readonly size: number;
  readonly sha1: string;
  /** As the file system has it, where it is not that of a plain file; a link's bytes are where it leads. */
  readonly mode?: number;
  /** Not in the site's folder: a former release's file, or what tells of them. */
  readonly added?: true;
  /** Asked for only where the host does not have them; undefined where a former release's are gone. */
  bytes(): Promise<Bytes | undefined>;
}

/** The site to be released: what a host needs to know of an artifact. `folder` holds what was built. */
export interface HostedSite {
  readonly folder: string;
  readonly files: readonly HostedFile[];
  readonly source: SourceName;
  /** How many of the files are hashed assets of former releases, for tabs that are open. */
  readonly kept: number;
  readonly commit: string;
  readonly digest: string;
  readonly marker: string;
}

/** Of which commit and artifact an attempt staged something. */
export interface Built extends Pick<HostedSite, "commit" | "digest"> {
  readonly source?: SourceName;
}

/** What a deployment says of itself, where this suite made it. */
export interface Said {
  readonly release: string | null;
  readonly artifact: string | null;
  readonly marker: string | null;
  /** The deployment that was live when this one was staged. */
  readonly previous: string | null;
}

/** What a host serves in production now. */
export interface LiveWeb {
  /** The project's id at the host, or null where the host knows none. */
  readonly project: string | null;
  /** The one deployment that all production domains serve; null when there is none, or they differ. */
  readonly deployment: string | null;
  /** Every production domain with the deployment that it serves. */
  readonly domains: Readonly<Record<string, string | null>>;
  readonly said: Said;
  /** Why nothing may be promoted now. */
  readonly blocked?: UserError;
  /** Why no build of the host's own may be promoted that is not live yet. */
  readonly notExisting?: UserError;
  /** What a reader of the plan should know, a sentence each. */
  readonly notes: readonly string[];
  /** The deployment to which domains are being moved at this moment. */
  readonly moving: string | null;
  /** When the domains were moved to the live deployment, in ms since 1970, where the host tells. */
  readonly movedAt?: number;
}

/** A deployment that is built and reachable, but not live. */
export interface Staged {
  readonly deployment: string;
  readonly url: string;
  readonly previous: string | null;
}

/** A variable as the host holds it for production. */
export type HostValue =
  | {
      readonly state: "value";
      readonly value: string;
      /** When it was set, in ms since 1970, where the host tells. */
      readonly setAt?: number;
    }
  | { readonly state: "absent" | "unreadable" };

export interface Promotion {
  readonly site: HostedSite;
  readonly staged: Staged | undefined;
  /** What was live when this was planned; anything else is refused. */
  readonly was: Readonly<Record<string, string | null>>;
}

/** What became of one component on the way back. */
export type Reverted = "reverted" | "already" | "failed" | "drift" | "irreversible";

export interface WayBack {
  readonly outcome: Reverted;
  readonly said: string;
  /** What a person can run, where this suite could not. */
  readonly manual?: string;
  /** What it means for the next release. */
  readonly next?: string;
}

/** Whether whoever asks for a staged address meets a login. */
export interface Protection {
  /** What asks for it, in the host's words; undefined where a staged site is open. */
  readonly by: string | undefined;
  /** Whether the given bypass is one of this project's; undefined where none is given, or the host does not tell. */
  readonly opens: boolean | undefined;
}

/** A web host. Every call can be made again after a cut: it finds what the call before it left. */
export interface Host {
  /** `source`: of what is to be released, where that makes a difference to whether it may be. */
  inspect(source?: SourceName): Promise<LiveWeb>;
  /** What a deployment says of itself. */
  said(deployment: string): Promise<Said>;
  env(names: readonly string[]): Promise<Readonly<Record<string, HostValue>>>;
  /** Sets variables of production that are there; each is read again. @throws {UserError} PR434 for one that is not. */
  setEnv(values: Readonly<Record<string, string>>): Promise<void>;
  /** SHA-1 by path of a deployment's files, or undefined when the host does not tell. */
  filesOf(deployment: string): Promise<ReadonlyMap<string, string> | undefined>;
  /** What an earlier attempt of this release staged. */
  find(site: Built, release: string): Promise<Staged | undefined>;
  /** Uploads, creates and waits until it is ready; undefined where the host cannot stage. Nothing goes live. */
  stage(site: HostedSite, release: string, previous: string | null): Promise<Staged | undefined>;
  /** Makes it live; gives the production domains that serve it then, by the host's own word: all of them. */
  promote(promotion: Promotion): Promise<readonly string[]>;
  /**
   * Compare-and-set: goes back to `to` only where `from` is live. `dryRun`: looks, and says what it would come to; `live`
   * is what was seen a moment ago, and need not be asked for again.
   */
  goBack(
    change: { readonly from: string | null; readonly to: string | null },
    options?: { readonly dryRun?: boolean; readonly live?: LiveWeb },
  ): Promise<WayBack>;
  /**
   * Lets new builds go live by themselves again, where a way back has switched that off; read again afterwards. Gives
   * what it came to in a sentence, undefined where there was nothing to do. @throws {UserError} PR435 where it stays off.
   */
  unpin(): Promise<string | undefined>;
  /** Which sources it can serve beside `dist`. */
  readonly takes?: readonly SourceName[];
  /** Request headers with which a staged address lets probes in. */
  readonly probeHeaders: Readonly<Record<string, string>>;
  /** What stands before a staged site; absent where the host does not tell. */
  readonly protection?: () => Promise<Protection>;
  /** Why an automatic way back does not exist, or undefined when it does. */
  readonly noWayBack: string | undefined;
}
