import { expect, test } from "@jest/globals";
import type { Exchange } from "../../../../../rehearsal/stand-ins/watch.ts";
import { heldToDescription } from "./held-to-description.ts";

const deployments = {
  method: "POST",
  route: "/repos/:owner/:repo/deployments",
  path: "/repos/acme/app/deployments",
};

function problems(exchange: Partial<Exchange>): readonly string[] {
  const { tell, problems: found } = heldToDescription();
  tell({ ...deployments, sent: Buffer.from(""), status: 202, json: { message: "merged" }, ...exchange });
  return found();
}

test("what GitHub describes is no problem", () => {
  expect(problems({ sent: Buffer.from('{"ref":"main"}') })).toEqual([]);
  expect(
    problems({ status: 403, json: { message: "Forbidden", documentation_url: "", status: "403" } }),
  ).toEqual([]);
});

test.each([
  ["a route that nobody answers", { route: undefined, path: "/nowhere" }, "the stand-in has no such route"],
  ["a route that GitHub has not", { route: "/repos/:owner/:repo/wishes" }, "not in the description"],
  ["a status that GitHub has not there", { status: 418 }, "the description has no such status"],
  ["an answer of another shape", { json: { message: 3 } }, "answers 202: /message must be string"],
  ["an answer that lacks something", { status: 201, json: {} }, "must have required property 'sha'"],
  [
    "a body where there is none",
    { method: "DELETE", route: "/repos/:owner/:repo/deployments/:id", status: 204 },
    "GitHub has none there",
  ],
  [
    "a question that lacks something",
    { sent: Buffer.from("{}") },
    "is sent / must have required property 'ref'",
  ],
  [
    "a question with a wrong value",
    { sent: Buffer.from('{"ref":"main","auto_merge":"no"}') },
    "is sent /auto_merge must be boolean",
  ],
  ["an error in a shape of its own", { status: 403, json: ["no"] }, "answers 403: / must be object"],
] as const)("%s is a problem", (_, exchange, says) => {
  expect(problems(exchange as Partial<Exchange>).join("\n")).toContain(says);
});
