import { defineConfig, devices } from "@playwright/test";

const deployed = process.env["BASE_URL"];
const local = "http://127.0.0.1:4173";

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  retries: process.env["CI"] ? 1 : 0,
  reporter: "list",
  use: { baseURL: deployed ?? local, trace: "on-first-retry" },
  projects: [{ name: "chromium", use: devices["Desktop Chrome"] }],
  // Without BASE_URL the suites try the build of this checkout.
  ...(deployed
    ? {}
    : {
        webServer: {
          command: "npm run build && npm run preview -- --host 127.0.0.1 --port 4173 --strictPort",
          url: local,
          reuseExistingServer: !process.env["CI"],
        },
      }),
});
