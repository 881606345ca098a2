import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { markerIn, markerOf, stamp, unstamped } from "../../../../kit/parts/web/marker.ts";

const piece = fc.constantFrom(
  "<!doctype html>",
  "<html lang=en>",
  "<head>",
  '<head data-x="1">',
  "<!-- <head> -->",
  "</head>",
  "<header>",
  '<meta name="rollout-build" content="old">',
  "<meta content='old' name='rollout-build'/>",
  "<meta charset=utf-8>",
  "<p>text</p>",
  "\n  ",
);
const page = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

test("a stamped page says its marker, once, whatever it was like before", () => {
  fc.assert(
    fc.property(page, (html) => {
      const stamped = stamp(html, "abc-123");
      expect(markerIn(stamped)).toBe("abc-123");
      expect(stamped.match(/rollout-build/g)).toHaveLength(1);
    }),
  );
});

test("stamping is undone without a trace, and done twice is done once", () => {
  fc.assert(
    fc.property(page, (html) => {
      const stamped = stamp(html, "abc-123");
      expect(unstamped(stamped)).toBe(unstamped(html));
      expect(stamp(stamp(html, "another"), "abc-123")).toBe(stamped);
    }),
  );
});

test("the stamp stands in the head, not in a comment and not in a header", () => {
  const stamped = stamp("<!-- <head> --><html><head><title>x</title></head><header></header></html>", "m");
  expect(stamped).toBe(
    '<!-- <head> --><html><head>\n<meta name="rollout-build" content="m"><title>x</title></head><header></header></html>',
  );
});

test("a marker is commit and digest, twelve characters each", () => {
  expect(markerOf("0123456789abcdef", "fedcba9876543210")).toBe("0123456789ab-fedcba987654");
  expect(markerOf("", "fedcba9876543210")).toBe("000000000000-fedcba987654");
});
