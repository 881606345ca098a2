import type { Insight } from "../../supabase/functions/_shared/insights.ts";
import type { Item } from "../../supabase/functions/_shared/scoring.ts";
import type {
  NewProfile,
  Profile,
  ResultsRead,
  Session,
  Store,
} from "../../supabase/functions/_shared/store.ts";
import { hashOf } from "../../supabase/functions/_shared/token-guard.ts";

export const SESSION_ID = "6f1c1e0a-5d9f-4b7e-9f5e-0a1b2c3d4e5f";
export const TOKEN = "the-token";

/** Two ratings a facet, the second reversed, and a ring of pairs: what migration 0001 inserts. */
export const ITEMS: readonly Item[] = [
  { id: "p1", kind: "scale", facet: "perspective", reverse: false },
  { id: "r1", kind: "scale", facet: "resolve", reverse: false },
  { id: "i1", kind: "scale", facet: "initiative", reverse: false },
  { id: "s1", kind: "scale", facet: "sociability", reverse: false },
  { id: "m1", kind: "scale", facet: "mindfulness", reverse: false },
  { id: "p2", kind: "scale", facet: "perspective", reverse: true },
  { id: "r2", kind: "scale", facet: "resolve", reverse: true },
  { id: "i2", kind: "scale", facet: "initiative", reverse: true },
  { id: "s2", kind: "scale", facet: "sociability", reverse: true },
  { id: "m2", kind: "scale", facet: "mindfulness", reverse: true },
  { id: "c1", kind: "choice", facet: "perspective", otherFacet: "resolve" },
  { id: "c2", kind: "choice", facet: "resolve", otherFacet: "initiative" },
  { id: "c3", kind: "choice", facet: "initiative", otherFacet: "sociability" },
  { id: "c4", kind: "choice", facet: "sociability", otherFacet: "mindfulness" },
  { id: "c5", kind: "choice", facet: "mindfulness", otherFacet: "perspective" },
];

/** Everything answered with the same rating, and the first of every pair. */
export function sameAnswers(rating: number): Record<string, number> {
  return Object.fromEntries(ITEMS.map((item) => [item.id, item.kind === "scale" ? rating : 1]));
}

export interface MemoryStore extends Store {
  readonly profiles: readonly Profile[];
  readonly insights: readonly Insight[];
}

/** A store with one open session, its answers, and the rules of the real tables: one profile a session. */
export async function memoryStore(answers: Record<string, number>): Promise<MemoryStore> {
  let session: Session = {
    id: SESSION_ID,
    attemptNo: 2,
    status: "started",
    tokenHash: await hashOf(TOKEN),
  };
  const profiles: Profile[] = [];
  const insights: Insight[] = [];
  const scores = new Map<string, Awaited<ReturnType<Store["scores"]>>>();
  const profile = (sessionId: string) => profiles.find((kept) => kept.sessionId === sessionId);
  return {
    profiles,
    insights,
    session: async (id) => (id === session.id ? session : undefined),
    items: async () => ITEMS,
    responses: async () => answers,
    saveScores: async (_, source, found) => void scores.set(source, found),
    scores: async (_, source) => scores.get(source) ?? {},
    profile: async (sessionId) => profile(sessionId),
    createProfile: async (wanted: NewProfile) => {
      const existing = profile(wanted.sessionId);
      if (existing) return existing;
      const created = { id: `profile-${profiles.length + 1}`, ...wanted };
      profiles.push(created);
      return created;
    },
    saveInsights: async (_, found) => void insights.splice(0, insights.length, ...found),
    complete: async () => {
      const open = session.status === "started";
      session = { ...session, status: "completed" };
      return open;
    },
    results: async (_, token): Promise<ResultsRead> =>
      token === TOKEN
        ? { kind: "found", results: { style: "The Anchor" } }
        : { kind: "refused", status: 401, error: "invalid_token" },
  };
}
