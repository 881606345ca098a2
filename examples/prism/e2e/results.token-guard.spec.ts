import { expect } from "@playwright/test";
import { project, test } from "./support/project.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

// What held before this release as well: these also run on what a rollback has brought back.
test.describe("missing token", { tag: ["@read-only", "@rollback"] }, () => {
  test("blocks access to the page without asking for results", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));

    await page.goto(`/results/${NOBODY}`);

    await expect(page.getByRole("heading", { name: "This link is incomplete" })).toBeVisible();
    expect(asked.filter((url) => url.includes("get-results-by-session"))).toEqual([]);
  });

  test("is refused by the function", async ({ request }) => {
    const answer = await project(request).invoke("get-results-by-session", { session_id: NOBODY });

    expect(answer.status()).toBe(401);
    expect(await answer.json()).toEqual({ error: "missing_token" });
  });
});

test("the paywall guard is absent", { tag: "@read-only" }, async ({ page }) => {
  await page.goto(`/results/${NOBODY}?t=not-the-token`);

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByTestId("paywall")).toHaveCount(0);
});

test.describe("invalid token", { tag: "@read-only" }, () => {
  test("shows the unauthorized state", async ({ page }) => {
    await page.goto(`/results/${NOBODY}?t=not-the-token`);

    await expect(page.getByRole("heading", { name: "You cannot open these results" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Five facets" })).toBeHidden();
  });

  test("is refused by the function", async ({ request }) => {
    const credentials = { session_id: NOBODY, token: "not-the-token" };
    const answer = await project(request).invoke("get-results-by-session", credentials);

    expect(answer.status()).toBe(401);
    expect(await answer.json()).toEqual({ error: "invalid_token" });
  });
});

test.describe("valid token", () => {
  test("renders full results", async ({ page, request }) => {
    const prism = project(request);
    const { session_id, token } = await prism.answeredSession();
    const finalized = await prism.invoke("finalizeAssessment", { session_id, token });
    expect(finalized.status(), await finalized.text()).toBe(200);

    await page.goto(`/results/${session_id}?t=${token}`);

    await expect(page.getByRole("heading", { level: 1, name: "The Observer" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Five facets" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "What this means" })).toBeVisible();
    await expect(page.getByText("You look from many sides")).toBeVisible();
    await expect(page.getByRole("heading", { name: "How the scores came about" })).toBeVisible();
  });

  test("opens only its own session", async ({ request }) => {
    const prism = project(request);
    const [mine, other] = await Promise.all([prism.answeredSession(), prism.answeredSession()]);

    const answer = await prism.invoke("get-results-by-session", {
      session_id: other.session_id,
      token: mine.token,
    });

    expect(answer.status()).toBe(401);
  });
});
