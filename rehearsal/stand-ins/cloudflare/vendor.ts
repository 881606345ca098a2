import { createHash } from "node:crypto";
import type { Vendor } from "../edge/edge.ts";

/** What Cloudflare's edge adds to an answer. */
export const vendor: Vendor = {
  says: (came, age) => ({ "cf-cache-status": came, ...(age === undefined ? {} : { age: String(age) }) }),
  signs: (number, path) => {
    const ray = createHash("sha1").update(`${number}${path}`).digest("hex").slice(0, 16);
    return { server: "cloudflare", "cf-ray": `${ray}-AMS` };
  },
  tagHeader: "cache-tag",
  unreachable: { status: 521, title: "521: Web server is down" },
};
