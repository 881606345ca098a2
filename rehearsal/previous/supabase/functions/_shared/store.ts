import type { Facet, Item, Scores } from "./scoring.ts";

export interface Session {
  readonly id: string;
  readonly attemptNo: number;
  readonly status: "started" | "completed";
  readonly tokenHash: string;
}

export interface Profile {
  readonly id: string;
  readonly sessionId: string;
  readonly style: string;
  readonly facets: Scores;
  readonly resultsVersion: string;
}

export type NewProfile = Omit<Profile, "id">;

export type Source = "scale" | "choice";

/** `refused` when the database refused the token or the session is unfinished; `failed` for everything else. */
export type ResultsRead =
  | { readonly kind: "found"; readonly results: Record<string, unknown> }
  | { readonly kind: "refused"; readonly status: number; readonly error: string }
  | { readonly kind: "failed"; readonly code: string; readonly message: string };

/** What the functions need of the database. Each handler takes the part that it uses. Failures are thrown. */
export interface Store {
  session(id: string): Promise<Session | undefined>;
  items(): Promise<readonly Item[]>;
  /** Answers by item id. */
  responses(sessionId: string): Promise<Readonly<Record<string, number>>>;
  saveScores(sessionId: string, source: Source, scores: Scores): Promise<void>;
  scores(sessionId: string, source: Source): Promise<Partial<Record<Facet, number>>>;
  profile(sessionId: string): Promise<Profile | undefined>;
  /** Creates the profile, or finds the one that somebody else has created in the meantime. */
  createProfile(profile: NewProfile): Promise<Profile>;
  /** Closes the session. False when it was closed already. */
  complete(sessionId: string): Promise<boolean>;
  results(sessionId: string, token: string): Promise<ResultsRead>;
}
