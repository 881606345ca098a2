import { expect, test } from "@jest/globals";
import fc from "fast-check";

import type { OutputConfig, OutputRoute } from "../../../../rehearsal/stand-ins/vercel/output-config.ts";
import { decide, type RouteDecision } from "../../../../rehearsal/stand-ins/vercel/route.ts";

const FILES = ["index.html", "404.html", "about.html", "assets/app.js"];

function ask(
  routes: OutputRoute[],
  path: string,
  more: { method?: string; headers?: Record<string, string> } = {},
): RouteDecision {
  const [pathname = "", query = ""] = path.split("?");
  const config: OutputConfig = { version: 3, routes };
  const request = {
    method: more.method ?? "GET",
    path: pathname,
    query: new URLSearchParams(query),
    headers: more.headers ?? {},
  };
  return decide(config, request, (wanted) => {
    const name = wanted.replace(/^\//, "");
    return [name, name === "" ? "index.html" : `${name}/index.html`].find((one) => FILES.includes(one));
  });
}

test("without routes a file is served and anything else is 404", () => {
  expect(ask([], "/about.html")).toEqual({ status: 200, file: "about.html", headers: {} });
  expect(ask([], "/")).toMatchObject({ file: "index.html" });
  expect(ask([], "/none")).toEqual({ status: 404, headers: {} });
});

test("a rewrite before the filesystem wins over the file of that name, one after it does not", () => {
  const rewrite = { src: "/about.html", dest: "/index.html" };
  expect(ask([rewrite], "/about.html").file).toBe("index.html");
  expect(ask([{ handle: "filesystem" }, rewrite], "/about.html").file).toBe("about.html");
});

test("a continue route adds its headers and lets the request go on, even onto a 404", () => {
  const immutable = { src: "/assets/(.*)", headers: { "Cache-Control": "immutable" }, continue: true };
  expect(ask([immutable, { handle: "filesystem" }], "/assets/app.js").headers).toEqual({
    "cache-control": "immutable",
  });
  expect(ask([immutable, { handle: "filesystem" }], "/assets/none.js")).toEqual({
    status: 404,
    headers: { "cache-control": "immutable" },
  });
  expect(ask([{ handle: "hit" }, immutable], "/assets/none.js").headers).toEqual({});
  expect(ask([{ handle: "hit" }, immutable], "/assets/app.js").headers).toEqual({
    "cache-control": "immutable",
  });
});

test("a redirect takes groups of the match, by number and by name", () => {
  const byNumber = { src: "/old/(.*)", status: 308, headers: { Location: "/new/$1" } };
  expect(ask([byNumber], "/old/a/b")).toEqual({ status: 308, headers: { location: "/new/a/b" } });
  const byName = { src: "/u/(?<name>[^/]+)", status: 302, headers: { Location: "/user/$name" } };
  expect(ask([byName], "/u/ada").headers["location"]).toBe("/user/ada");
});

test("the error phase gives a page of one's own to what is not found", () => {
  const routes: OutputRoute[] = [{ handle: "error" }, { src: "/.*", dest: "/404.html", status: 404 }];
  expect(ask(routes, "/none")).toEqual({ status: 404, file: "404.html", headers: {} });
  expect(ask(routes, "/about.html")).toMatchObject({ status: 200, file: "about.html" });
});

test("the miss phase comes when nothing else fits, with `check` only onto files that are there", () => {
  const routes: OutputRoute[] = [
    { handle: "miss" },
    { src: "/docs/(.*)", dest: "/$1.html", check: true },
    { src: "/docs/.*", dest: "/index.html", check: true },
  ];
  expect(ask(routes, "/docs/about").file).toBe("about.html");
  expect(ask(routes, "/docs/none").file).toBe("index.html");
  expect(ask(routes, "/none").status).toBe(404);
});

test("methods and conditions narrow a route", () => {
  const post = { src: "/.*", dest: "/about.html", methods: ["POST"] };
  expect(ask([post], "/").file).toBe("index.html");
  expect(ask([post], "/", { method: "POST" }).file).toBe("about.html");
  const beta = { src: "/", dest: "/about.html", has: [{ type: "cookie" as const, key: "beta", value: "1" }] };
  expect(ask([beta], "/", { headers: { cookie: "a=b; beta=1" } }).file).toBe("about.html");
  expect(ask([beta], "/", { headers: { cookie: "beta=2" } }).file).toBe("index.html");
  const query = { src: "/", dest: "/about.html", missing: [{ type: "query" as const, key: "plain" }] };
  expect(ask([query], "/?plain=1").file).toBe("index.html");
  expect(ask([query], "/").file).toBe("about.html");
});

test("routes match whole paths, in any case unless they say otherwise", () => {
  expect(ask([{ src: "/about", dest: "/about.html" }], "/ABOUT").file).toBe("about.html");
  expect(ask([{ src: "/about", dest: "/about.html", caseSensitive: true }], "/ABOUT").status).toBe(404);
  expect(ask([{ src: "/about", dest: "/about.html" }], "/about/x").status).toBe(404);
});

test("with a fallback every path is answered with a file, and only files that exist are served", () => {
  const routes: OutputRoute[] = [{ handle: "filesystem" }, { src: "/.*", dest: "/index.html" }];
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      const decision = ask(routes, path === "" ? "/" : path);
      expect(decision.status).toBe(200);
      expect(FILES).toContain(decision.file);
    }),
  );
});
