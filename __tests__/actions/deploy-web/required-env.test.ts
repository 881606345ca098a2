import { afterEach, expect, test } from "@jest/globals";
import { planWeb } from "../../../kit/parts/web/plan-web.ts";
import { builtSite } from "../../support/built-site.ts";
import { testWorld } from "../../support/test-world.ts";
import { vercelWorld } from "../../support/vercel-world.ts";

const open: { close(): Promise<void> }[] = [];
const proven = { required: "false", value: "false", proof: "vite", source: ".env.production" } as const;

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function planned(
  host: Readonly<Record<string, string>>,
  edit: (entry: { type: string }) => void = () => undefined,
  given: Readonly<Record<string, string>> = {},
): ReturnType<typeof planWeb> {
  const { vercel, inputs } = await vercelWorld({ env: host });
  open.push(vercel);
  vercel.change((state) => state.projects[0]?.env.forEach(edit));
  const { folder } = await builtSite({ env: { VITE_PAYWALL_ENABLED: proven } });
  return await planWeb(inputs({ artifact: folder, ...given }), await testWorld());
}

test("a value that build and host agree on is proven, whether the host keeps it plain or encrypted", async () => {
  for (const type of ["plain", "encrypted"] as const) {
    const part = await planned({ VITE_PAYWALL_ENABLED: "false" }, (entry) => void (entry.type = type));
    expect(part.unverified).toEqual([]);
    expect(part.decisions).toMatchObject({
      requiredEnv: { VITE_PAYWALL_ENABLED: { build: "proven", host: "equal", required: "false" } },
    });
  }
});

test("a person sees what is replaced, how many files differ, and each required value with its proof", async () => {
  const { details } = await planned({ VITE_PAYWALL_ENABLED: "false" });
  expect(details).toMatchObject([
    {
      what: "vercel",
      how: [
        expect.stringMatching(/ becomes /),
        expect.stringMatching(/^\d+ files, \d+ KiB$/),
        expect.anything(),
      ],
      table: {
        columns: ["required value", "in the build", "at the host"],
        rows: [["VITE_PAYWALL_ENABLED=false", "proven", "the same"]],
      },
    },
  ]);
});

test("another value at the host is refused, without being shown", async () => {
  const refused = planned({ VITE_PAYWALL_ENABLED: "sh0wn-never" });
  await expect(refused).rejects.toMatchObject({
    code: "PR434",
    message: expect.not.stringContaining("sh0wn-never"),
  });
});

test("a value that cannot be read, or is not there, is unverified and never equal", async () => {
  const hidden = await planned({ VITE_PAYWALL_ENABLED: "false" }, (entry) => void (entry.type = "sensitive"));
  expect(hidden.unverified).toEqual([
    "VITE_PAYWALL_ENABLED is unverifiable at the host: its value cannot be read.",
  ]);
  expect((await planned({})).unverified[0]).toContain("is not set at the host");
});

test("a value declared for the deployment that the build did not prove is unverified, and a wrong one refused", async () => {
  const other = await planned({}, undefined, { "required-env": 'VITE_OTHER: "1"' });
  expect(other.unverified).toContain("VITE_OTHER is unverifiable in the build.");
  const wrong = planned({}, undefined, { "required-env": 'VITE_PAYWALL_ENABLED: "true"' });
  await expect(wrong).rejects.toMatchObject({ code: "PR402" });
});
