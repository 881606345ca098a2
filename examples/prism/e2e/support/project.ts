import { type APIRequestContext, type APIResponse, expect, test as base } from "@playwright/test";

export interface OwnedSession {
  readonly session_id: string;
  readonly token: string;
  readonly attempt_no: number;
}

/** What every call of a test says, so that the logs can tell it from a respondent's. */
const MARK = { "x-synthetic": "true" };

/** Playwright's test, whose page marks its calls of the functions. */
export const test = base.extend({
  page: async ({ page }, use) => {
    await page.route("**/functions/v1/**", (route) =>
      route.continue({ headers: { ...route.request().headers(), ...MARK } }),
    );
    await use(page);
  },
});

/** Calls the deployed project the way the web does: with the publishable key, and nothing more. */
export function project(request: APIRequestContext) {
  const url = required("SUPABASE_URL");
  const headers = { apikey: required("SUPABASE_PUBLISHABLE_KEY"), ...MARK };
  const rpc = (name: string, data: object) => request.post(`${url}/rest/v1/rpc/${name}`, { headers, data });

  return {
    invoke: (name: string, data: object): Promise<APIResponse> =>
      request.post(`${url}/functions/v1/${name}`, { headers, data }),

    /** A fresh session with every question answered, not finalized yet. */
    async answeredSession(): Promise<OwnedSession> {
      const started = await rpc("start_session", { respondent: crypto.randomUUID() });
      expect(started.ok(), await started.text()).toBe(true);
      const session: OwnedSession = await started.json();
      const { session_id, token } = session;
      const saved = await rpc("save_responses", { session_id, token, answers: ANSWERS });
      expect(saved.ok(), await saved.text()).toBe(true);
      return session;
    },
  };
}

/** Somebody who looks from many sides: perspective is by far the strongest facet. */
// prettier-ignore
const ANSWERS = {
  p1: 5, p2: 1, r1: 3, r2: 3, i1: 2, i2: 4, s1: 3, s2: 4, m1: 4, m2: 2,
  c1: 1, c2: 1, c3: 2, c4: 2, c5: 2,
};

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}: the suites call the project that they test.`);
  return value;
}
