import { expect } from "@playwright/test";
import { project, test } from "./support/project.ts";

/** What this commit's functions score with: what is live must say the same. */
import { RESULTS_VERSION } from "../supabase/functions/_shared/version.ts";

test("a second invocation reuses the existing profile", async ({ request }) => {
  const prism = project(request);
  const { session_id, token } = await prism.answeredSession();

  const first = await prism.invoke("finalizeAssessment", { session_id, token });
  const second = await prism.invoke("finalizeAssessment", { session_id, token });

  expect(first.status(), await first.text()).toBe(200);
  expect(second.status(), await second.text()).toBe(200);
  const [created, found] = [await first.json(), await second.json()];
  expect(created.reused).toBe(false);
  expect(found.reused).toBe(true);
  expect(found.profile_id).toBe(created.profile_id);
});

test("two invocations at once end with one profile", async ({ request }) => {
  const prism = project(request);
  const { session_id, token } = await prism.answeredSession();

  const answers = await Promise.all(
    [1, 2].map(() => prism.invoke("finalizeAssessment", { session_id, token })),
  );

  const [left, right] = await Promise.all(answers.map((answer) => answer.json()));
  expect(left.profile_id).toMatch(/^[0-9a-f-]{36}$/);
  expect(right.profile_id).toBe(left.profile_id);
});

test("the response exposes RESULTS_VERSION", async ({ request }) => {
  const prism = project(request);
  const { session_id, token } = await prism.answeredSession();

  const answer = await prism.invoke("finalizeAssessment", { session_id, token });

  expect(answer.headers()["x-results-version"]).toBe(RESULTS_VERSION);
  expect(await answer.json()).toMatchObject({ results_version: RESULTS_VERSION });
});
