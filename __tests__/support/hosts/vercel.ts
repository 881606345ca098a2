import { systemClock } from "../../../kit/ports/clock.ts";
import { newVercelState } from "../../../rehearsal/stand-ins/vercel/new-state.ts";
import { seedDeployment } from "../../../rehearsal/stand-ins/vercel/seed.ts";
import { type VercelStandIn, startVercel } from "../../../rehearsal/stand-ins/vercel/start.ts";
import type { HostFixture, StartedHost } from "./stage.ts";

const domains = ["app.example.com", "www.example.com"];
const pageOf = (text: string): Readonly<Record<string, string>> => ({
  "config.json": '{"version":3}',
  "static/index.html": `<body>${text}</body>`,
});

export const vercel: HostFixture = {
  name: "vercel",
  changed: 3,
  start: startedVercel,
};

/** The same, with the stand-in itself: for what only Vercel has. */
export async function startedVercel(): Promise<StartedHost & { readonly standIn: VercelStandIn }> {
  const now = Date.UTC(2026, 10, 20);
  const state = newVercelState({
    now,
    tokens: { t0ken: { access: "write" }, looks: { access: "read" } },
    projects: [{ id: "prj_web", name: "web", domains, env: { PLAIN: "one", SECRET: "sh0wn-never" } }],
  });
  const secret = state.projects[0]?.env.find(({ key }) => key === "SECRET");
  if (secret) secret.type = "sensitive";
  seedDeployment(state, { project: "prj_web", files: pageOf("before"), now, live: true });
  const standIn = await startVercel({ state, clock: systemClock });
  const { url, requests, close } = standIn;
  return {
    standIn,
    origins: domains.map((domain) => standIn.origin(domain)),
    inputs: { "host-project": "prj_web", "host-token": "t0ken", "host-api-url": url },
    moves: () => requests.filter(({ path }) => /\/(?:promote|rollback)\/dpl_/.test(path)).length,
    other: async () =>
      standIn.change((live) => {
        seedDeployment(live, { project: "prj_web", files: pageOf("other"), now: now + 1, live: true });
      }),
    api: {
      requests,
      questions: {
        read: { method: "GET", path: "/v9/projects/[^/]+" },
        create: { method: "POST", path: "/v13/deployments" },
        upload: { method: "POST", path: "/v2/files" },
        promote: { method: "POST", path: "/v10/projects/[^/]+/promote/[^/]+" },
        back: { method: "POST", path: "/v1/projects/[^/]+/rollback/[^/]+" },
      },
      plan: (fault) => standIn.change(({ faults }) => faults.push(fault)),
      pretend: (sha1) => standIn.change(({ files }) => void (files[sha1] = "")),
      variable: (name) => standIn.state().projects[0]?.env.find(({ key }) => key === name)?.value,
    },
    close,
  };
}
