import {
  CloudFrontClient,
  CreateInvalidationCommand,
  waitUntilInvalidationCompleted,
} from "@aws-sdk/client-cloudfront";

import { zone } from "../support/world.mjs";

function clientOf({ standIn, token }, more = {}) {
  const [accessKeyId, secretAccessKey] = token.split(":");
  const credentials = { accessKeyId, secretAccessKey, ...more };
  return new CloudFrontClient({ endpoint: standIn.url, region: "us-east-1", credentials, maxAttempts: 1 });
}

const batch = (items, reference) => ({
  DistributionId: zone,
  InvalidationBatch: { Paths: { Quantity: items.length, Items: items }, CallerReference: reference },
});

const create =
  (items, { references = ["one"], credentials = {} } = {}) =>
  async (cdn) => {
    const client = clientOf(cdn, credentials);
    for (const reference of references) {
      try {
        await client.send(new CreateInvalidationCommand(batch(items, reference)));
      } catch (error) {
        return codes[error.name] ?? String(error);
      }
    }
    return "purged";
  };

/** What the client calls it, and what ours does. */
const codes = {
  SignatureDoesNotMatch: "PR302",
  InvalidClientTokenId: "PR302",
  NoSuchDistribution: "PR303",
  TooManyInvalidationsInProgress: "PR455",
};

export const cloudfront = [
  { name: "a path", theirs: create(["/results"]), ours: () => ({ paths: "/results" }) },
  {
    name: "a path with a query",
    theirs: create(["/results?a=1", "/x?a=1&b=2"]),
    ours: () => ({ paths: "/results?a=1,/x?a=1&b=2" }),
  },
  { name: "a prefix", theirs: create(["/results/*", "/results"]), ours: () => ({ paths: "/results/*" }) },
  { name: "tags", theirs: create(["#results", "#home"]), ours: () => ({ paths: "tag:results,tag:home" }) },
  { name: "everything", theirs: create(["/*"]), ours: () => ({ paths: "everything" }) },
  {
    name: "the same reference again is the same invalidation",
    theirs: create(["/results"], { references: ["one", "one"] }),
    ours: () => ({ paths: "/results" }),
    order: { times: 2 },
  },
  {
    name: "waiting until it is everywhere",
    theirs: async (cdn) => {
      const client = clientOf(cdn);
      const { Invalidation } = await client.send(new CreateInvalidationCommand(batch(["/results"], "one")));
      const wait = { client, maxWaitTime: 5, minDelay: 1, maxDelay: 1 };
      await waitUntilInvalidationCompleted(wait, { DistributionId: zone, Id: Invalidation.Id });
      return "purged";
    },
    ours: () => ({ paths: "/results", "purge-wait": "5s" }),
  },
  {
    name: "a session token is signed as well",
    theirs: create(["/results"], { credentials: { sessionToken: "session" } }),
    ours: ({ token }) => ({ paths: "/results", "cdn-token": `${token}:session` }),
  },
  {
    name: "a wrong secret",
    theirs: create(["/results"], { credentials: { secretAccessKey: "another" } }),
    ours: ({ token }) => ({ paths: "/results", "cdn-token": `${token.split(":")[0]}:another` }),
  },
  {
    name: "an unknown key",
    theirs: create(["/results"], { credentials: { accessKeyId: "AKIANOBODY" } }),
    ours: () => ({ paths: "/results", "cdn-token": "AKIANOBODY:x" }),
  },
];
