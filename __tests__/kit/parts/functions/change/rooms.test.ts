import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { LiveFunction } from "../../../../../kit/parts/functions/live/inspect-live.ts";
import { isRoom, roomComponent, roomsIn } from "../../../../../kit/parts/functions/change/rooms.ts";
import type { Json } from "../../../../../kit/release/canonical.ts";

const settings = { verifyJwt: false, entrypoint: "index.ts", importMap: null };
const live: LiveFunction = {
  listed: { id: "one", slug: "hello", name: "hello", status: "ACTIVE", version: 4 },
  source: undefined,
  state: { digest: "d".repeat(64), settings },
};

test("an abandoned bundle is known by its id and number, by its number where no id was told, or by what it is", () => {
  const known = (room: Json): boolean => isRoom(live, [{ id: "other", version: 1 }, room]);
  expect(known({ id: "one", version: 4 })).toBe(true);
  expect(known({ id: null, version: 4 })).toBe(true);
  expect(known({ digest: "d".repeat(64), settings })).toBe(true);
  expect(known({ id: "one", version: 5 })).toBe(false);
  expect(known({ id: "two", version: 4 })).toBe(false);
  expect(known({ digest: "d".repeat(64), settings: { ...settings, verifyJwt: true } })).toBe(false);
  expect(isRoom(undefined, [{ id: null, version: 4 }])).toBe(false);
});

test("receipts of other components tell of none, and whatever stands in one is no reason to fail", () => {
  const intended = { hello: { id: "one", version: 4 } };
  expect([...roomsIn([{ component: "functions", intended }])]).toEqual([]);
  expect([...roomsIn([{ component: roomComponent, intended }])]).toEqual([["hello", [intended.hello]]]);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const rooms = roomsIn([
        { component: roomComponent, intended: value as Json },
        { component: roomComponent, intended: { hello: value as Json } },
      ]);
      expect(isRoom(live, rooms.get("hello") ?? [])).toBe(false);
    }),
  );
});

test("a function may be called like something that every object has", () => {
  const room = { id: "one", version: 4 };
  for (const slug of ["toString", "constructor", "valueOf"]) {
    const receipts = [{ component: roomComponent, intended: { [slug]: room } }];
    expect(roomsIn(receipts).get(slug)).toEqual([room]);
    expect(roomsIn([]).get(slug)).toBeUndefined();
  }
});

test("a number that stands where a bundle should be, or nothing, is none", () => {
  for (const room of [null, 4, "four", [], {}]) expect(isRoom(live, [room])).toBe(false);
});
