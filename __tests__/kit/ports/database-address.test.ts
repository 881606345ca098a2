import { expect, test } from "@jest/globals";
import { addressOf, placeOf, withTls } from "../../../kit/ports/database-address.ts";

const remote = "postgresql://u:p@db.example.com:5432/postgres";

test.each([
  [remote, "require"],
  [`${remote}?sslmode=allow`, "require"],
  [`${remote}?sslmode=prefer`, "require"],
  [`${remote}?uselibpqcompat=true`, "require"],
  [`${remote}?ssl=false`, "require"],
  ["postgresql://u:p@127.0.0.1/postgres?host=db.example.com", "require"],
  ["postgresql://u:p@127.0.0.1.example.com/postgres", "require"],
  [`${remote}?sslmode=verify-full&sslrootcert=ca.crt`, "verify-full"],
  ["postgresql://u:p@127.0.0.1/postgres?sslmode=require", "require"],
  ["postgresql://u:p@127.0.0.1/postgres?sslmode=disable", "disable"],
])("%s: sslmode means what it means to libpq, and another machine is asked for TLS", (url, mode) => {
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

test.each([
  `${remote}?sslmode=disable`,
  `${remote}?uselibpqcompat=true&sslmode=disable`,
  "postgresql://u:p@localhost/postgres?host=db.example.com&sslmode=disable",
])("%s: nothing goes to another machine as clear text", (url) => {
  expect(() => withTls(url)).toThrow(
    expect.objectContaining({
      code: "PR411",
      message: expect.stringContaining("as clear text to db.example.com:5432/postgres"),
    }),
  );
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
  expect(placeOf("postgresql://user:secret@db.example.com/postgres")).toBe("db.example.com:5432/postgres");
  expect(placeOf("postgresql://user:secret@[::1]:6000/one")).toBe("[::1]:6000/one");
  expect(placeOf("secret")).toBe("(an address that is not a connection string)");
});

test("where the driver goes: host and port of the query win", () => {
  expect(addressOf("postgresql://u@a.example.com:5432/x?host=b.example.com&port=6543")).toEqual({
    host: "b.example.com",
    port: 6543,
    name: "x",
  });
  expect(addressOf("postgresql:///x")).toBeUndefined();
});

test.each(["/", "?", "#"])("a password with %s in it is no port and no name of a database", (sign) => {
  const [url, right] = [sign, encodeURIComponent(sign)].map(
    (text) => `postgresql://owner:4711${text}rest@db.example.com:5432/postgres`,
  ) as [string, string];
  expect(addressOf(url)).toBeUndefined();
  expect(placeOf(url)).not.toContain("rest");
  expect(addressOf(right)).toMatchObject({ host: "db.example.com" });
});

test("an address that says who logs in behind its name is one", () => {
  const url = "postgresql://db.example.com:5432/postgres?user=ada%40example.com&password=x";
  expect(addressOf(url)).toEqual({ host: "db.example.com", port: 5432, name: "postgres" });
});
