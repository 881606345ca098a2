import { deployWeb } from "../../actions/deploy-web/deploy-web.ts";
import { spec } from "../../actions/deploy-web/spec.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { type NewProject, newVercelState } from "../../rehearsal/stand-ins/vercel/new-state.ts";
import { seedDeployment } from "../../rehearsal/stand-ins/vercel/seed.ts";
import { type VercelStandIn, startVercel } from "../../rehearsal/stand-ins/vercel/start.ts";
import { inputsFrom } from "./inputs-of.ts";
import { type TestWorld, testWorld } from "./test-world.ts";

const domains = ["app.example.com", "www.example.com"];

/**
 * A Vercel account with one project of two domains, and what `deploy-web` needs to release to it. `before` are
 * the files of a site that another tool has deployed.
 */
export async function vercelWorld(
  project: Partial<NewProject> = {},
  before?: Readonly<Record<string, string>>,
): Promise<{
  readonly vercel: VercelStandIn;
  readonly inputs: (given?: Readonly<Record<string, string>>) => ReturnType<typeof inputsOf>;
  readonly deploy: (
    given?: Readonly<Record<string, string>>,
    changes?: Partial<Runtime>,
  ) => Promise<Awaited<ReturnType<typeof deployWeb>> & { readonly world: TestWorld }>;
}> {
  const now = Date.UTC(2026, 10, 20);
  const state = newVercelState({
    now,
    tokens: { t0ken: { access: "write" }, looks: { access: "read" } },
    projects: [{ id: "prj_web", name: "web", domains, ...project }],
  });
  if (before) {
    const pages = Object.entries(before).map(([path, text]) => [`static/${path}`, text]);
    const files = {
      "config.json": '{"version":3}',
      ...(Object.fromEntries(pages) as Record<string, string>),
    };
    seedDeployment(state, { project: "prj_web", files, now, live: true });
  }
  const vercel = await startVercel({ state, clock: systemClock });
  const common = {
    origins: domains.map((domain) => vercel.origin(domain)).join(","),
    "host-project": "prj_web",
    "host-token": "t0ken",
    "host-api-url": vercel.url,
    "poll-interval": "5ms",
    "verify-timeout": "3s",
    "ready-timeout": "3s",
  };
  const inputs = (given: Readonly<Record<string, string>> = {}) => inputsOf({ ...common, ...given });
  return {
    vercel,
    inputs,
    deploy: async (given, changes) => {
      const world = await testWorld(changes);
      return { ...(await deployWeb(inputs(given), world)), world };
    },
  };
}

function inputsOf(given: Readonly<Record<string, string>>) {
  return inputsFrom(spec.inputs, given);
}
