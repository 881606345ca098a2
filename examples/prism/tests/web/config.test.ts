import { expect, test } from "@jest/globals";
import { isPaywallEnabled, readConfig } from "../../src/config.ts";

const env = { VITE_SUPABASE_URL: "https://x.example", VITE_SUPABASE_PUBLISHABLE_KEY: "key" };

test.each(["true", "TRUE", " true "])("%p puts the paywall up", (value) => {
  expect(isPaywallEnabled(value)).toBe(true);
});

test.each(["false", "", undefined, "1", "yes", "treu", true])("%p leaves the paywall down", (value) => {
  expect(isPaywallEnabled(value)).toBe(false);
});

test("reads all settings", () => {
  expect(readConfig({ ...env, VITE_PAYWALL_ENABLED: "false" })).toEqual({
    supabaseUrl: "https://x.example",
    publishableKey: "key",
    paywall: false,
  });
});

test("names every missing variable at once", () => {
  expect(() => readConfig({})).toThrow("VITE_SUPABASE_URL and VITE_SUPABASE_PUBLISHABLE_KEY");
});
