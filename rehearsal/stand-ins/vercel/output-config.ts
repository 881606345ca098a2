/** The parts of the Build Output API's config.json (version 3) that static output uses. */
export interface OutputConfig {
  readonly version: number;
  readonly routes?: readonly OutputRoute[];
  readonly overrides?: Readonly<Record<string, { readonly path?: string; readonly contentType?: string }>>;
}

export type OutputRoute = HandleRoute | SourceRoute;

/** Starts a phase: the routes after it, up to the next handle, belong to it. */
export interface HandleRoute {
  readonly handle: "filesystem" | "hit" | "miss" | "error" | "rewrite" | "resource";
}

export interface SourceRoute {
  readonly src: string;
  readonly dest?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly methods?: readonly string[];
  readonly continue?: boolean;
  readonly check?: boolean;
  readonly caseSensitive?: boolean;
  readonly has?: readonly Condition[];
  readonly missing?: readonly Condition[];
}

export interface Condition {
  readonly type: "host" | "header" | "cookie" | "query";
  readonly key?: string;
  readonly value?: string;
}
