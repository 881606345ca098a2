import { expect, test } from "@jest/globals";
import { placeOf, withTls } from "../../../kit/ports/live-database.ts";

test.each([
  ["postgresql://u:p@db.example.com:5432/postgres", "require"],
  ["postgresql://u:p@db.example.com/postgres?sslmode=verify-full&sslrootcert=ca.crt", "verify-full"],
  ["postgresql://u:p@db.example.com/postgres?sslmode=disable", "disable"],
  ["postgresql://u:p@127.0.0.1/postgres?sslmode=require", "require"],
])("%s: sslmode means what it means to libpq", (url, mode) => {
  const { searchParams } = new URL(withTls(url));
  expect(searchParams.get("sslmode")).toBe(mode);
  expect(searchParams.get("uselibpqcompat")).toBe("true");
});

test.each([
  "postgresql://u:p@127.0.0.1:5432/postgres",
  "postgresql://u:p@localhost/postgres",
  "postgresql://u:p@[::1]/postgres",
  "postgresql://u:p@db.example.com/postgres?sslmode=no-verify",
  "not a URL",
])("%s stays as it is", (url) => {
  expect(withTls(url)).toBe(url);
});

test("everything else of the address is kept", () => {
  const url = withTls("postgresql://postgres.ref:p%40ss@pooler.example.com:5432/postgres?options=-c%20a%3Db");
  const { username, password, host, pathname, searchParams } = new URL(url);
  expect({ username, password, host, pathname }).toEqual({
    username: "postgres.ref",
    password: "p%40ss",
    host: "pooler.example.com:5432",
    pathname: "/postgres",
  });
  expect(searchParams.get("options")).toBe("-c a=b");
});

test("a place names host, port and database, never who or with what", () => {
  expect(placeOf("postgresql://user:secret@db.example.com:5432/postgres")).toBe(
    "db.example.com:5432/postgres",
  );
  expect(placeOf("secret")).toBe("(an address that is not a URL)");
});
