import { expect } from "@playwright/test";
import { test } from "./support/project.ts";

test("a fresh session leads to full results without payment", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Start the assessment" }).click();

  await expect(page.getByRole("heading", { name: "Ten statements" })).toBeVisible();
  for (const statement of await page.getByRole("group").all()) {
    await statement.getByRole("radio", { name: "Mostly" }).check();
  }
  await page.getByRole("button", { name: "Continue" }).click();

  await expect(page.getByRole("heading", { name: "Five pairs" })).toBeVisible();
  for (const pair of await page.getByRole("group").all()) {
    await pair.getByRole("radio").first().check();
  }
  await page.getByRole("button", { name: "See my results" }).click();

  await expect(page).toHaveURL(/\/results\/[0-9a-f-]{36}\?t=[0-9a-f]{64}$/);
  await expect(page.getByTestId("paywall")).toHaveCount(0);
  const style = await page.getByRole("heading", { level: 1, name: /^The / }).innerText();
  await expect(page.getByRole("heading", { name: "What this means" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "How the scores came about" })).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(style);
});
