import { expect, test } from "@jest/globals";
import { originOf, origins, urlOfHost } from "../../../../kit/parts/web/origins.ts";

test.each([
  ["app.example.com", "https://app.example.com"],
  ["https://app.example.com/", "https://app.example.com"],
  ["app.example.com:8443", "https://app.example.com:8443"],
  ["http://127.0.0.1:4000", "http://127.0.0.1:4000"],
  ["http://localhost:4000", "http://localhost:4000"],
  ["http://app.example.com", undefined],
  ["http://127.0.0.1.example.com", undefined],
  ["https://app.example.com/path", undefined],
  ["https://user@app.example.com", undefined],
  ["ftp://app.example.com", undefined],
  ["two words", undefined],
  ["", undefined],
])("%s is %s", (text, origin) => {
  expect(originOf(text)).toBe(origin);
});

test("the input refuses a list with one that is none, and says what to write", () => {
  const input = origins({ description: "x" });
  expect(input.parse(["app.example.com"])).toEqual({ value: ["https://app.example.com"] });
  expect(input.parse("http://app.example.com")).toMatchObject({ write: "[app.example.com]" });
});

test("a host without a scheme speaks https unless it is this machine", () => {
  expect(urlOfHost("web-abc.vercel.app")).toBe("https://web-abc.vercel.app");
  expect(urlOfHost("127.0.0.1:4000")).toBe("http://127.0.0.1:4000");
});
