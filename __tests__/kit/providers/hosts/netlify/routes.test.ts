import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { tomlRoutes } from "../../../../../kit/providers/hosts/netlify/netlify-toml.ts";
import { headersFile, redirectsFile } from "../../../../../kit/providers/hosts/netlify/routes.ts";
import { headerRules, headersFor, redirectRules } from "../../../../../rehearsal/stand-ins/netlify/rules.ts";

const none = { redirects: [], headers: [], leftOut: [] };
const missing = "/assets/* /rollout-404.html 404";
const fallback = "/* /index.html 200";
const redirects = (own: string, toml = none): readonly string[] =>
  redirectsFile(own, toml, "/assets/").trim().split("\n");

describe("_redirects", () => {
  test("of a site without rules: a missing asset is 404, all else is the page", () => {
    expect(redirects("")).toEqual([missing, fallback]);
  });

  test("own rules stay before the page; a catch-all of their own takes its place", () => {
    expect(redirects("/old /new 301\n# a word\n/api/* https://api.example.com/:splat 200")).toEqual([
      "/old /new 301",
      "/api/* https://api.example.com/:splat 200",
      missing,
      fallback,
    ]);
    expect(redirects("/a /b\n/* /app.html 200")).toEqual(["/a /b", missing, "/* /app.html 200"]);
  });

  test("assets that another server has are left to it; a redirect of one is no such server", () => {
    const proxy = "/assets/* https://cdn.example.com/:splat 200";
    expect(redirects(proxy)).toEqual([proxy, fallback]);
    expect(redirects("/assets/* https://cdn.example.com/:splat 302")).toEqual([
      "/assets/* https://cdn.example.com/:splat 302",
      missing,
      fallback,
    ]);
  });

  test("whatever the own rules are, a missing asset is never the page", () => {
    const part = fc.constantFrom("/", "/*", "/assets/*", "/assets/a.js", "/a/:b", "/x");
    const to = fc.constantFrom("/index.html", "/other.html", "/y");
    const line = fc.tuple(part, to, fc.constantFrom("", "301", "200", "404")).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const first = redirectRules(redirectsFile(lines.join("\n"), none, "assets")).find(({ from }) =>
          from.test("/assets/missing-1.js"),
        );
        expect([301, 404]).toContain(first?.status);
      }),
    );
  });
});

describe("_headers", () => {
  const paths = ["index.html", "assets/app-1.js", "assets/in/b-2.css", "assets/ü.js"];
  const forever = "public, max-age=31536000, immutable";

  test("what is there is cached for ever, by its own name; what is missing is not", () => {
    const rules = headerRules(headersFile("", none, "assets", paths));
    const cache = (path: string): string | undefined => headersFor(rules, path)["cache-control"];
    expect([cache("/assets/app-1.js"), cache("/assets/in/b-2.css")]).toEqual([forever, forever]);
    expect([cache("/"), cache("/index.html"), cache("/assets/missing.js"), cache("/assets/ü.js")]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("where the project says how an asset is cached, that alone holds", () => {
    const own = "/*\n  X-Frame-Options: DENY\n/assets/in/*\n  cache-control: max-age=60";
    const rules = headerRules(headersFile(own, none, "assets", paths));
    expect(headersFor(rules, "/assets/in/b-2.css")).toEqual({
      "x-frame-options": "DENY",
      "cache-control": "max-age=60",
    });
    expect(headersFor(rules, "/assets/app-1.js")["cache-control"]).toBe(forever);
  });
});

describe("netlify.toml", () => {
  test("plain redirects and headers are taken over; all else of it is not looked at", () => {
    const text = `
      [build]
        command = """npm run build"""
      [[redirects]]
        from = "/old/*"   # a word
        to = '/new/:splat'
        status = 302
        force = true
      [[redirects]]
        from = "/*"
        to = "/index.html"
        status = 200
      [[headers]]
        for = "/*"
        [headers.values]
          X-Frame-Options = "DENY"
          "Content-Security-Policy" = "default-src 'self'; img-src \\"x\\""
      [functions]
        directory = "fns"`;
    expect(tomlRoutes(text)).toEqual({
      redirects: ["/old/* /new/:splat 302!", "/* /index.html 200"],
      headers: [
        "/*",
        "  X-Frame-Options: DENY",
        `  Content-Security-Policy: default-src 'self'; img-src "x"`,
      ],
      leftOut: ["functions"],
    });
  });

  test.each([
    ['[[redirects]]\nfrom = "/a"\nto = "/b"\nconditions = {Language = ["de"]}', 4],
    ['[[redirects]]\nfrom = "/a"\nto = "/b"\n[redirects.query]\nid = ":id"', 4],
    ['[[redirects]]\nfrom = "/a b"\nto = "/b"', 1],
    ['[[redirects]]\nfrom = "/a"\nto = "/b"\nsigned = "KEY"', 1],
    ['[[headers]]\nfor = "/*"\n[headers.values]\nX = """\nmany\n"""', 4],
    ['[[headers]]\nfor = "/*"\n[headers.values]\nX = "a\\nY: b"', 4],
  ])("%j is refused with its line", (text, line) => {
    expect(() => tomlRoutes(text)).toThrow(
      expect.objectContaining({ code: "PR102", message: expect.stringContaining(`line ${line},`) }),
    );
  });
});
