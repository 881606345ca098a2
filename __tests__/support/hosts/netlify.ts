import { systemClock } from "../../../kit/ports/clock.ts";
import { seedDeploy } from "../../../rehearsal/stand-ins/netlify/seed.ts";
import { type NetlifyStandIn, startNetlify } from "../../../rehearsal/stand-ins/netlify/start.ts";
import { newNetlifyState } from "../../../rehearsal/stand-ins/netlify/state.ts";
import type { HostFixture, StartedHost } from "./stage.ts";

const domains = ["app.example.com", "www.example.com"];
const site = "5f0c1de4-0000-4000-8000-000000000001";
const pageOf = (text: string): Readonly<Record<string, string>> => ({
  "index.html": `<body>${text}</body>`,
});

export const netlify: HostFixture = {
  name: "netlify",
  changed: 4,
  start: startedNetlify,
};

/** The same, with the stand-in itself: for what only Netlify has. */
export async function startedNetlify(): Promise<StartedHost & { readonly standIn: NetlifyStandIn }> {
  const now = Date.UTC(2026, 10, 20);
  const state = newNetlifyState({
    now,
    tokens: { t0ken: { access: "write" }, looks: { access: "read" } },
    sites: [{ id: site, name: "web", domains, env: { PLAIN: "one" }, secrets: { SECRET: "sh0wn-never" } }],
  });
  seedDeploy(state, { site, files: pageOf("before"), now, live: true });
  const standIn = await startNetlify({ state, clock: systemClock });
  const { url, requests, close } = standIn;
  return {
    standIn,
    origins: domains.map((domain) => standIn.origin(domain)),
    inputs: { "host-project": site, "host-token": "t0ken", "host-api-url": url },
    moves: () => requests.filter(({ path }) => path.endsWith("/restore")).length,
    other: async () =>
      standIn.change((live) => {
        seedDeploy(live, { site, files: pageOf("other"), now: now + 1, live: true });
      }),
    api: {
      requests,
      questions: {
        read: { method: "GET", path: "/api/v1/sites/[^/]+" },
        create: { method: "POST", path: "/api/v1/sites/[^/]+/deploys" },
        upload: { method: "PUT", path: "/api/v1/deploys/[^/]+/files/.+" },
        promote: { method: "POST", path: "/api/v1/sites/[^/]+/deploys/[^/]+/restore" },
        back: { method: "POST", path: "/api/v1/sites/[^/]+/deploys/[^/]+/restore" },
      },
      plan: (fault) => standIn.change(({ faults }) => faults.push(fault)),
      pretend: (sha1) => standIn.change(({ files }) => void (files[sha1] = "")),
      variable: (name) => {
        const values = standIn.state().sites[0]?.env.find(({ key }) => key === name)?.values;
        return values?.["production"] ?? values?.["all"];
      },
    },
    close,
  };
}
