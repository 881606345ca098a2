import Fastly from "fastly";

import { zone } from "../support/world.mjs";

/** The client knows one address; a plugin of its requests leads to another. */
function apiOf({ standIn }, token) {
  const client = new Fastly.ApiClient();
  client.authenticate(token);
  client.plugins = [(request) => (request.url = request.url.replace("https://api.fastly.com", standIn.url))];
  return new Fastly.PurgeApi(client);
}

const soft = { fastly_soft_purge: 1 };

const addresses =
  (more = {}) =>
  async (cdn) => {
    for (const host of cdn.hosts) {
      for (const path of ["/results", "/results?a=1"])
        await apiOf(cdn, cdn.token).purgeSingleUrl({ cached_url: host + path, ...more });
    }
    return "purged";
  };

const keys =
  (more = {}) =>
  async (cdn) => {
    const purge_response = { surrogate_keys: ["results", "home"] };
    await apiOf(cdn, cdn.token).bulkPurgeTag({ service_id: zone, purge_response, ...more });
    return "purged";
  };

export const fastly = [
  { name: "addresses", theirs: addresses(), ours: () => ({ paths: "/results,/results?a=1" }) },
  {
    name: "addresses, soft",
    theirs: addresses(soft),
    ours: () => ({ paths: "/results,/results?a=1", invalidate: "true" }),
  },
  { name: "surrogate keys", theirs: keys(), ours: () => ({ paths: "tag:results,tag:home" }) },
  {
    name: "surrogate keys, soft",
    theirs: keys(soft),
    ours: () => ({ paths: "tag:results,tag:home", invalidate: "true" }),
  },
  {
    name: "everything",
    theirs: async (cdn) => {
      await apiOf(cdn, cdn.token).purgeAll({ service_id: zone });
      return "purged";
    },
    ours: () => ({ paths: "everything" }),
  },
  {
    name: "a wrong token",
    theirs: async (cdn) => {
      const call = apiOf(cdn, "wrong").purgeAll({ service_id: zone });
      return await call.then(
        () => "purged",
        (error) => (error.status === 401 ? "PR302" : String(error)),
      );
    },
    ours: () => ({ paths: "everything", "cdn-token": "wrong" }),
  },
  {
    name: "a service that is not there",
    theirs: async (cdn) => {
      const call = apiOf(cdn, cdn.token).purgeAll({ service_id: "nothing" });
      return await call.then(
        () => "purged",
        (error) => (error.status === 404 ? "PR303" : String(error)),
      );
    },
    ours: () => ({ paths: "everything", zone: "nothing" }),
  },
];
