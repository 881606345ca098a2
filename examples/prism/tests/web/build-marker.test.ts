import { expect, test } from "@jest/globals";
import { buildMarker } from "../../src/build-marker.ts";

function page(content: string | null): Pick<Document, "querySelector"> {
  const found = content === null ? null : { getAttribute: () => content };
  return { querySelector: () => found } as unknown as Document;
}

test("shows what the release stamped, and says so when nothing was stamped", () => {
  expect(buildMarker(page("5f2c1ab"))).toBe("5f2c1ab");
  expect(buildMarker(page(""))).toBe("development");
  expect(buildMarker(page(null))).toBe("development");
});
