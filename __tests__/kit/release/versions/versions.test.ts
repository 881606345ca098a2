import { afterAll, expect, test } from "@jest/globals";
import { keepReliability } from "../../../../scripts/reliability/keep.ts";
import { firstForm, readers, wrongWith } from "./forms.ts";

/** What has held: each by kind and reader, as `VERSIONS_SAVE=1` keeps it for docs/reliability.md. */
const held: (readonly [kind: string, reader: string])[] = [];
afterAll(async () => {
  if (process.env["VERSIONS_SAVE"] !== "1") return;
  const every = [...readers, { kind: "evidence", name: "prism-rollout verify" }];
  const rows = every.map(({ kind, name }) => {
    const own = held.filter((one) => one[0] === kind && one[1] === name).length;
    const tried = kind === "evidence" ? 2 : 4;
    return [kind, name, String(tried), String(own)];
  });
  const sum = (at: number): number => rows.reduce((all, row) => all + Number(row[at]), 0);
  await keepReliability("versions", {
    what: "Each document in its first form, with keys of a version to come, of an older and of a newer major: read, or refused in words that say who wrote it and what to do",
    command: "VERSIONS_SAVE=1 npm test -- kit/release/versions",
    tried: sum(2),
    held: sum(3),
    columns: ["document", "read by", "tried", "held"],
    rows,
  });
});

const all = readers.map((reader) => [reader.kind, reader.name, reader] as const);

test.each(all)("a %s of the first version of this major is read by %s", async (kind, name, { read }) => {
  expect(await read(JSON.stringify(await firstForm(kind)))).toBeDefined();
  held.push([kind, name]);
});

test.each(all)("what a newer version has added to a %s does not trouble %s", async (kind, name, { read }) => {
  const more = { ...(await firstForm(kind)), addedLater: { by: ["a newer", "version"] } };
  expect(await read(JSON.stringify(more))).toBeDefined();
  held.push([kind, name]);
});

const majors = [
  [0, "an older version of the suite wrote it"],
  [2, "a newer version of the suite wrote it"],
] as const;
const other = all.flatMap(([kind, name, reader]) =>
  majors.map(([major, whose]) => [`${kind}@${major}`, name, { ...reader, major, whose }] as const),
);

test.each(other.filter(([, , { otherMajor }]) => otherMajor === "refuses"))(
  "%s is not passed over by %s: it says who wrote it, who can read it, and what to do",
  async (_, name, { kind, read, major, whose }) => {
    const schema = `prism-rollout/${kind}@${major}`;
    const reading = read(JSON.stringify({ ...(await firstForm(kind)), schema }));
    await expect(reading).rejects.toMatchObject({
      code: "PR106",
      message: expect.stringContaining(
        `is ${schema}: ${whose}, and this one reads prism-rollout/${kind}@1 only. Nothing was changed because of it.`,
      ),
      fix: expect.stringContaining("name the same version at every `uses:`"),
    });
    held.push([kind, name]);
  },
);

test.each(other.filter(([, , { otherMajor }]) => otherMajor === "leaves out"))(
  "%s is left out by %s, which goes on without",
  async (_, name, { kind, read, major }) => {
    const schema = `prism-rollout/${kind}@${major}`;
    expect(await read(JSON.stringify({ ...(await firstForm(kind)), schema }))).toBeUndefined();
    held.push([kind, name]);
  },
);

test("evidence of the first version of this major holds; of another major it is said who wrote it", async () => {
  const statement = await firstForm("evidence");
  expect(wrongWith(statement)).toEqual([]);
  held.push(["evidence", "prism-rollout verify"]);
  const predicate = statement["predicate"] as object;
  const newer = { ...statement, predicate: { ...predicate, schema: "prism-rollout/evidence@2" } };
  expect(wrongWith(newer)).toEqual([
    expect.stringMatching(/^it is prism-rollout\/evidence@2: a newer version of the suite wrote it/),
  ]);
  held.push(["evidence", "prism-rollout verify"]);
});
