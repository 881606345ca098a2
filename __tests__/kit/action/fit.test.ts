import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Section, fit } from "../../../kit/action/fit.ts";

const room = (most: number) => ({
  most,
  unit: "characters" as const,
  because: "a comment takes no more",
  whole: "All of it is in plan.json.",
});

test("what fits is given whole, in its order", () => {
  const sections: readonly Section[] = [
    { kind: "whole", title: "one", text: "one" },
    { kind: "fold", title: "sql", text: "sql" },
    { kind: "whole", title: "two", text: "two" },
  ];
  expect(fit(sections, room(100))).toBe("one\n\nsql\n\ntwo");
});

test("what is folded goes first, whole; the line says what is gone, why, and where all of it is", () => {
  const sections: readonly Section[] = [
    { kind: "whole", title: "one", text: "1".repeat(300) },
    { kind: "fold", title: "SQL of 0008", text: "s".repeat(5000) },
    { kind: "whole", title: "two", text: "2".repeat(300) },
    { kind: "fold", title: "SQL of 0009", text: "t".repeat(50) },
  ];
  expect(fit(sections, room(1000))).toBe(
    `**1 section left out**, because a comment takes no more: SQL of 0008. All of it is in plan.json.\n\n${"1".repeat(300)}\n\n${"2".repeat(300)}\n\n${"t".repeat(50)}`,
  );
});

test("whatever the sections are, there is room, and none is cut", () => {
  const section = fc.record({
    kind: fc.constantFrom("whole" as const, "fold" as const),
    title: fc.string({ maxLength: 200 }),
    text: fc.string({ minLength: 1, maxLength: 4000 }).map((text) => `<${text.replaceAll("\n", " ")}>`),
  });
  fc.assert(
    fc.property(fc.array(section, { maxLength: 60 }), (sections) => {
      const text = fit(sections, room(9000));
      expect(text.length).toBeLessThanOrEqual(9000);
      const shown = sections.filter((one) => text.includes(one.text));
      if (shown.length < sections.length) expect(text).toContain("left out");
    }),
    { numRuns: 200 },
  );
});
