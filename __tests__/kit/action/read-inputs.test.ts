import { expect, test } from "@jest/globals";
import { duration, flag, integer, list, optional, secret, text } from "../../../kit/action/input.ts";
import { mapFromText, record } from "../../../kit/action/input-map.ts";
import { masksOf } from "../../../kit/action/mask.ts";
import { readInputs } from "../../../kit/action/read-inputs.ts";
import { defineAction } from "../../../kit/action/spec.ts";
import { parseConfig } from "../../../kit/config/config.ts";

const spec = defineAction({
  name: "probe",
  title: "Probe",
  description: "-",
  inputs: {
    url: text({ description: "-" }),
    "wait-time": duration({ description: "-", default: "30s" }),
    retries: integer({ description: "-", default: "3" }),
    strict: flag({ description: "-", default: "true" }),
    paths: list({ description: "-", default: "" }),
    headers: record({ description: "-", default: "" }),
    note: optional(text({ description: "-" })),
    token: secret({ description: "-" }),
  },
  permissions: [],
  outputs: {},
});

const read = (given: Readonly<Record<string, string>>, yaml = "") =>
  readInputs(
    spec.name,
    spec.inputs,
    (name) => given[name] ?? "",
    parseConfig(yaml, "rollout.yml", "", [spec]),
  );

test("inputs become typed values under their camel-case names", () => {
  expect(read({ url: "http://x", token: "secret", paths: "/a, /b\n/c", headers: "A: 1\nB: '2'" })).toEqual({
    url: "http://x",
    waitTime: 30_000,
    retries: 3,
    strict: true,
    paths: ["/a", "/b", "/c"],
    headers: { A: "1", B: "2" },
    note: undefined,
    token: "secret",
  });
});

test("with: beats the file, and the file beats the default", () => {
  const yaml = "probe: { url: http://file, wait-time: 5s, paths: [/x] }";
  expect(read({ token: "secret" }, yaml)).toMatchObject({
    url: "http://file",
    waitTime: 5000,
    paths: ["/x"],
  });
  expect(read({ token: "secret", url: "http://with" }, yaml)).toMatchObject({ url: "http://with" });
});

test("all bad inputs are told together, without the value of a secret", () => {
  expect(() => read({ retries: "many", strict: "yes", token: "hunter2" })).toThrow(
    [
      "3 inputs are wrong:",
      "  - with: url: required, but given neither under `with:` nor as probe.url in rollout.yml",
      '  - with: retries: expected a whole number from 0, got "many"; write retries: 3',
      '  - with: strict: expected true or false, got "yes"; write strict: true',
    ].join("\n"),
  );
});

test("a missing secret is an error of its own", () => {
  const error = thrownBy(() => read({ url: "http://x" }));
  expect(error).toMatchObject({ code: "PR104", message: "with: token: this secret is required, but empty." });
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test("a secret is masked in every form in which it could be printed", () => {
  const masks = masksOf("postgres://user:p%40ss-word@host/db");
  expect(masks).toContain("p@ss-word");
  expect(masks).toContain("p%40ss-word");
  expect(masks).toContain(Buffer.from("p@ss-word").toString("base64"));
  // As people paste it: no parser takes these, and the password is one all the same.
  expect(masksOf("postgres://user:50%zu-viel@host/db")).toContain("50%zu-viel");
  expect(masksOf("postgres://user:a/b#c@d@host:5432/db")).toContain("a/b#c@d");
  expect(masksOf("abc")).toEqual([Buffer.from("abc").toString("base64")]);
  expect(masksOf("USER_NAME=ada\nPASSWORD=pass=word")).toContain("pass=word");
});

test("a mapping in with: is lines or JSON, and nothing else", () => {
  expect(mapFromText('{"A":"1"}')).toEqual({ A: "1" });
  expect(mapFromText("A: http://x:1/y")).toEqual({ A: "http://x:1/y" });
  expect(mapFromText("{ migrate: reviewers, deploy-web: 'none' }")).toEqual({
    migrate: "reviewers",
    "deploy-web": "none",
  });
  expect(mapFromText("{}")).toEqual({});
  expect(mapFromText("{ migrate: reviewers")).toBeUndefined();
  expect(mapFromText("no colon here")).toBeUndefined();
});
