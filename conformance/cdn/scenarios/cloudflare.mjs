import Cloudflare from "cloudflare";

import { zone } from "../support/world.mjs";

const clientOf = ({ standIn }, apiToken) => new Cloudflare({ apiToken, baseURL: standIn.url, maxRetries: 0 });

/** `body` of one call, of the hosts of the world. */
const purge =
  (body, soft = false) =>
  async (cdn) => {
    const { cache } = clientOf(cdn, cdn.token);
    const call = { zone_id: zone, ...body(cdn) };
    await (soft ? cache.invalidate(call) : cache.purge(call));
    return "purged";
  };

const files = ({ origins }) => ({ files: origins.map((origin) => `${origin}/results`) });
const prefixes = ({ hosts }) => ({ prefixes: hosts.map((host) => `${host}/results`) });
const tags = () => ({ tags: ["results", "home"] });
const byHost = ({ hosts }) => ({ hosts: hosts.slice(0, 1) });
const everything = () => ({ purge_everything: true });

const kinds = [
  ["files", files, () => "/results"],
  ["prefixes", prefixes, () => "/results/*"],
  ["tags", tags, () => "tag:results,tag:home"],
  ["hosts", byHost, ({ hosts }) => `host:${hosts[0]}`],
  ["everything", everything, () => "everything"],
];

export const cloudflare = [
  ...kinds.flatMap(([name, body, paths]) => [
    { name, theirs: purge(body), ours: (cdn) => ({ paths: paths(cdn) }) },
    {
      name: `${name}, soft`,
      theirs: purge(body, true),
      ours: (cdn) => ({ paths: paths(cdn), invalidate: "true" }),
    },
  ]),
  {
    name: "a wrong token",
    theirs: async (cdn) => {
      const call = clientOf(cdn, "wrong").cache.purge({ zone_id: zone, ...tags() });
      return await call.catch((error) => (error.status === 401 ? "PR302" : String(error)));
    },
    ours: () => ({ paths: "tag:results,tag:home", "cdn-token": "wrong" }),
  },
];
