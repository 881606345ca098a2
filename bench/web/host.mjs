// Vercel's stand-in with one project, as slow as a bench wants it. It goes on by looks: a deployment is ready after the second
// one, and named after the third; domains have moved after the second. `instant`: all of it is done once the call that
// asks for it is answered, so that nobody gains by looking more often.
import { newVercelState } from "../../lib/rehearsal/stand-ins/vercel/new-state.js";
import { startVercel } from "../../lib/rehearsal/stand-ins/vercel/start.js";
import { slowed } from "../release/slowed.mjs";
import { project, tokens } from "../release/web.mjs";

const domain = "app.example.com";
/** Looks after which a deployment is ready and named, or a move is done. */
const looks = 4;

/** A host with an address for its API, one for visitors, and what it was asked for so far. */
export async function startHost(pace, { instant = false } = {}) {
  const state = newVercelState({
    now: Date.now(),
    tokens: { [tokens.host]: { access: "write" } },
    projects: [{ id: project, name: "web", domains: [domain] }],
  });
  const vercel = await startVercel({ state, clock: { now: () => Date.now() } });
  let calls = [];
  const api = await slowed(vercel.url, pace, (call) => {
    calls.push(call);
    const asks = call.method === "POST" && /^\/v\d+\/(deployments|projects\/)/.test(call.path);
    return instant && asks ? goOn(vercel) : undefined;
  });
  return {
    url: api.url,
    origin: vercel.origin(domain),
    /** The id of the newest deployment. */
    newest: () => newestOf(vercel),
    /** What `work` made of it: its result, how many calls it took, how many of them brought a file. */
    counted: async (work) => {
      calls = [];
      const took = await work();
      const sent = (path) => calls.filter((call) => call.method === "POST" && call.path === path).length;
      return { took, calls: calls.length, uploaded: sent("/v2/files"), created: sent("/v13/deployments") };
    },
    close: () => Promise.all([api, vercel].map((one) => one.close())),
  };
}

/** Looks until nothing is under way: the stand-in goes on by looks. */
async function goOn(vercel) {
  const paths = [`/v13/deployments/${newestOf(vercel)}`, `/v9/projects/${project}?rollbackInfo=true`];
  for (let look = 0; look < looks; look += 1) {
    for (const path of paths)
      await fetch(vercel.url + path, { headers: { authorization: `Bearer ${tokens.host}` } });
  }
}

/** A copy of the whole state would be megabytes. */
function newestOf(vercel) {
  let newest;
  vercel.change(({ deployments }) => (newest = deployments.at(-1)?.id));
  return newest;
}
