import { createServer } from "node:https";
import { afterEach, expect, test } from "@jest/globals";
import { askOrigin } from "../../../../kit/parts/web/ask-origin.ts";
import { proveOrigins, refuseUnsafe } from "../../../../kit/parts/web/served.ts";
import { listen } from "../../../../rehearsal/stand-ins/server.ts";
import { selfSigned } from "../../../support/certificate.ts";
import { builtSite } from "../../../support/built-site.ts";
import { serveLoopback } from "../../../support/serve-loopback.ts";
import { testWorld } from "../../../support/test-world.ts";
import { vercelWorld } from "../../../support/vercel-world.ts";

const open: { close(): Promise<void> }[] = [];
const page = (marker: string): string => `<head><meta name="rollout-build" content="${marker}"></head>`;

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function serving(answer: Parameters<typeof serveLoopback>[0]): Promise<string> {
  const server = await serveLoopback(answer);
  open.push(server);
  return server.url;
}

const redirectingTo = (location: string): Promise<string> =>
  serving((_, response) => response.writeHead(308, { location }).end());

/** A site over TLS whose certificate vouches for itself, under its name on this machine. */
async function withOwnCertificate(): Promise<string> {
  const { key, certificate } = selfSigned("app.example.com");
  const { url, close } = await listen(
    createServer({ key, cert: certificate }, (_, response) => response.end("<p>")),
  );
  open.push({ close });
  return url.replace("http:", "https:");
}

test("a redirect within the origin is followed and not spoken of", async () => {
  const origin = await serving((request, response) =>
    request.url?.startsWith("/en") === true
      ? response.end(page("m"))
      : response.writeHead(302, { location: "/en" }).end(),
  );
  expect(await askOrigin(await testWorld(), origin)).toEqual({ ok: true, marker: "m", said: "serves m" });
});

test("a domain that redirects is told with where it leads, and what that serves", async () => {
  const www = await serving((_, response) => response.end(page("m")));
  const apex = await redirectingTo(www);
  const world = await testWorld();
  expect(await askOrigin(world, apex)).toMatchObject({
    ok: true,
    said: `redirects to ${www}, which serves m`,
  });
  const proofs = await proveOrigins(world, [apex], "other", { timeout: 0, interval: 1 });
  expect(proofs[0]).toMatchObject({ serves: false, said: `redirects to ${www}, which serves m` });
});

test("a login page elsewhere serves nothing of the release", async () => {
  const login = await serving((_, response) => response.writeHead(401).end());
  const said = `redirects to ${login}, which answered 401`;
  expect(await askOrigin(await testWorld(), await redirectingTo(login))).toEqual({
    ok: false,
    marker: null,
    said,
  });
});

test("a circle of redirects ends", async () => {
  const origin = await redirectingTo("/again");
  const said = `redirects more than 5 times, at last to ${origin}/again`;
  expect(await askOrigin(await testWorld(), origin)).toEqual({ ok: false, marker: null, said });
});

test("a certificate that no browser takes is told as that, and nothing is changed for such an origin", async () => {
  const origin = await withOwnCertificate();
  const world = await testWorld();
  expect(await askOrigin(world, origin)).toMatchObject({
    ok: false,
    unsafe: true,
    said: expect.stringMatching(/^has a certificate that no browser takes \(.*self-signed certificate\)$/),
  });
  await expect(refuseUnsafe(world, [origin])).rejects.toMatchObject({
    code: "PR477",
    message: expect.stringMatching(/^https:\/\/127.*no browser takes.*Nothing was changed\.$/),
  });
});

test("an origin that gives no answer, or no page yet, is not told as unsafe", async () => {
  const world = await testWorld();
  const gone = await askOrigin(world, "http://127.0.0.1:9");
  expect(gone).toMatchObject({ ok: false, said: expect.stringMatching(/^gave no answer/) });
  await expect(refuseUnsafe(world, ["http://127.0.0.1:9"])).resolves.toBeUndefined();
});

test("a release to an origin whose certificate is refused ends before anything is staged, also in an outage", async () => {
  const { vercel, deploy } = await vercelWorld();
  open.push(vercel);
  const { folder } = await builtSite();
  const given = { artifact: folder, origins: await withOwnCertificate(), "require-healthy": "false" };
  await expect(deploy(given)).rejects.toMatchObject({ code: "PR477" });
  expect(vercel.state().deployments).toEqual([]);
});
