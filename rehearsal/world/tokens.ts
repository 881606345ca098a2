import { randomBytes } from "node:crypto";

/** Every secret of a world, fresh each time: nothing in the sources looks like one. */
export interface Tokens {
  /** Supabase access tokens: one that may write, one that may read, one for logs and notebooks, one for a chain in one job. */
  readonly supabase: {
    readonly write: string;
    readonly read: string;
    readonly observe: string;
    readonly chain: string;
  };
  readonly host: { readonly write: string; readonly read: string };
  /** May purge the zone, and nothing else. */
  readonly cdn: string;
  /** With signs that every kind of text writes in its own way. */
  readonly databasePassword: string;
  readonly jwtSecret: string;
  readonly protectionBypass: string;
}

export function newTokens(): Tokens {
  const hex = (bytes: number): string => randomBytes(bytes).toString("hex");
  return {
    supabase: {
      write: `sbp_${hex(20)}`,
      read: `sbp_${hex(20)}`,
      observe: `sbp_${hex(20)}`,
      chain: `sbp_${hex(20)}`,
    },
    host: { write: hex(12), read: hex(12) },
    cdn: hex(20),
    databasePassword: `${hex(8)} "ä%/@\\&<'${hex(8)}`,
    jwtSecret: hex(32),
    protectionBypass: hex(16),
  };
}
