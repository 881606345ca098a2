import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { cdnInputs } from "../../../../kit/parts/cdn/inputs.ts";
import { type CdnLook, lookAtCdn } from "../../../../kit/providers/cdns/look.ts";
import { systemClock } from "../../../../kit/ports/clock.ts";
import { newCloudflareState } from "../../../../rehearsal/stand-ins/cloudflare/new-state.ts";
import { type CloudflareStandIn, startCloudflare } from "../../../../rehearsal/stand-ins/cloudflare/start.ts";
import { fixtures } from "../../../support/cdns/fixtures.ts";
import { cdnStage } from "../../../support/cdns/stage.ts";
import { inputsFrom } from "../../../support/inputs-of.ts";
import { testWorld } from "../../../support/test-world.ts";

const zone = "5f0c1de4a2b94c7d8e9f001122334455";
let cloudflare: CloudflareStandIn;
beforeEach(async () => {
  const permissions = ["cache_purge", "zone_read"] as const;
  const state = newCloudflareState({
    now: systemClock.now(),
    tokens: { reader: { permissions } },
    zones: [{ id: zone, name: "example.com", hosts: ["app.example.com"] }],
  });
  cloudflare = await startCloudflare({ state, clock: systemClock, upstream: () => "http://127.0.0.1:9" });
});
afterEach(() => cloudflare.close());

async function look(origins: string, token = "reader"): Promise<CdnLook | undefined> {
  const given = {
    cdn: "cloudflare",
    zone,
    origins,
    "cdn-token": token,
    "cdn-api-url": cloudflare.url,
    paths: "/",
  };
  return await lookAtCdn(inputsFrom(cdnInputs, given), await testWorld());
}

test("a zone that holds the origins is told by its name; that of another site is refused", async () => {
  expect(await look("example.com,app.example.com")).toEqual({
    says: `the token is active, and zone ${zone} is example.com`,
  });
  await expect(look("app.example.com,app.example.org,notexample.com")).rejects.toMatchObject({
    code: "PR303",
    message: `Zone ${zone} is example.com, which does not hold app.example.org, notexample.com.`,
  });
});

test("a token of an account is not known where those of people are verified, and is not refused for that", async () => {
  const seen = await look("app.example.com", "cfat_0123456789");
  expect(seen).toMatchObject({
    says: "the token is an account's own",
    doubt: { says: expect.stringContaining(zone) },
  });
  expect(cloudflare.requests).toEqual([]);
});

test.each(fixtures)(
  "$name: looking purges nothing, and a wrong token is refused where anything can be read",
  async ({ name, ...rest }) => {
    const stage = await cdnStage({ name, ...rest });
    const world = await testWorld();
    try {
      const seen = await lookAtCdn(stage.inputs(), world);
      expect(seen === undefined).toBe(["vercel", "netlify", "http"].includes(name));
      expect(stage.standIn.requests.filter(({ method }) => method !== "GET")).toEqual([]);
      if (seen === undefined) return;
      const wrong = stage.inputs({ "cdn-token": name === "cloudfront" ? "nobody:knows" : "nobody" });
      await expect(lookAtCdn(wrong, world)).rejects.toMatchObject({ code: "PR302" });
    } finally {
      await stage.close();
    }
  },
);
