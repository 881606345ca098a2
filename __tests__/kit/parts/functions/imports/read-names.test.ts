import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readNames } from "../../../../../kit/parts/functions/imports/read-names.ts";

test.each([
  [`Deno.env.get("A")`, ["A"], false],
  [`const a = Deno.env.get('A')!; Deno . env\n.get(\`B\`)`, ["A", "B"], false],
  [`Deno.env.get("A") ?? "x"; Deno.env.get("B") || y; Deno.env.get("C")`, ["C"], false],
  [`Deno.env.get("A") ?? "x"; Deno.env.get("A")`, ["A"], false],
  [`// Deno.env.get("A")\n"Deno.env.get('B')"; /Deno.env.get("C")/`, [], false],
  [`Deno.env.has("A"); Deno.env.set("B", "1")`, [], false],
  [`Deno.env.get(name)`, [], true],
  [`Deno.env.get("A" + suffix)`, [], true],
  [`Deno.env.toObject()`, [], true],
  [`const { env } = Deno; start(Deno.env)`, [], true],
  [`function of(n: string) { return Deno.env.get(n); }\nof("A"); of('B')`, ["A", "B"], false],
  [`const of = (n) => Deno.env.get(n) ?? ""; of("A")`, [], false],
  [`export function of(n) { return Deno.env.get(n); } of("A")`, [], true],
  [`function of(n) { return Deno.env.get(n); } of("A"); of(b); names.map(of)`, [], true],
  [`const { env } = Deno; env.get("A")`, [], true],
  [`const d = Deno; d.env.get("A")`, [], true],
  [`Deno["env"].get("A")`, [], true],
  [`Deno?.env.get("A"); Deno.serve(f)`, [], true],
  [`import process from "node:process"; process.env.A`, [], true],
  [`const s = Deno.serve(f); typeof Deno`, [], false],
  [`mine.get("A"); Denoenv.get("B")`, [], false],
] as const)("%s", (source, needed, dynamic) => {
  expect(readNames(source)).toEqual({ needed, dynamic });
});

test("any text at all is read without throwing", () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(readNames(`${text} Deno.env.get(`).needed)));
});
