import { expect, test } from "@jest/globals";
import { resultsPath, routeOf } from "../../src/routes.ts";

const at = (path: string) => routeOf(new URL(path, "https://app.example"));

test.each([
  ["/", "home"],
  ["/assessment", "assessment"],
  ["/assessment/", "assessment"],
  ["/results", "not-found"],
  ["/results/a/b", "not-found"],
  ["/elsewhere", "not-found"],
])("%s shows %s", (path, view) => {
  expect(at(path).view).toBe(view);
});

test("a results link carries its session and token", () => {
  expect(at("/results/abc?t=secret")).toEqual({ view: "results", sessionId: "abc", token: "secret" });
});

test.each(["/results/abc", "/results/abc?t=", "/results/abc?token=secret"])("%s has no token", (path) => {
  expect(at(path)).toEqual({ view: "results", sessionId: "abc", token: undefined });
});

test("the link that is handed out is the one that is understood", () => {
  const path = resultsPath({ id: "abc", token: "a+b&c=d" });
  expect(at(path)).toEqual({ view: "results", sessionId: "abc", token: "a+b&c=d" });
});
