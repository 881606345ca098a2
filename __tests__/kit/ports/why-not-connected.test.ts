import { expect, test } from "@jest/globals";
import { whyNotConnected } from "../../../kit/ports/why-not-connected.ts";

const direct = "db.abcdefghijklmnopqrst.supabase.co";
const pooler = "aws-1-eu-central-1.pooler.supabase.com";

function failed(message: string, more: Readonly<Record<string, unknown>> = {}): Error {
  return Object.assign(new Error(message), more);
}

/** As Node gives it for a host of several addresses: each has its own error, the whole says nothing. */
function everyAddress(code: string, ...addresses: readonly string[]): Error {
  const errors = addresses.map((address) =>
    failed(`connect ${code} ${address}:5432`, { code, address, port: 5432 }),
  );
  return Object.assign(new AggregateError(errors), { code });
}

test.each([
  ["a way that is not there", failed("connect", { code: "ENETUNREACH", address: "2a05:d014::1" })],
  ["no route", failed("connect", { code: "EHOSTUNREACH", address: "2a05:d014::1" })],
  ["several addresses of one kind", everyAddress("ENETUNREACH", "2a05:d014::1", "2a05:d014::2")],
  ["no address of ours", failed("connect EADDRNOTAVAIL", { code: "EADDRNOTAVAIL" })],
])("%s: only IPv6 is explained, and where to go instead", (_, error) => {
  const { what, fix } = whyNotConnected(error, direct);
  expect(what).toBe("has only an IPv6 address, and this machine has no way to it");
  expect(fix).toMatch(/session pooler .*pooler\.supabase\.com:5432.*IPv4 add-on/);
});

test("a network that is down is no matter of IPv6 where an IPv4 address was tried, too", () => {
  const { what } = whyNotConnected(
    everyAddress("ENETUNREACH", "2a05:d014::1", "192.0.2.1"),
    "db.example.com",
  );
  expect(what).toBe("cannot be reached");
});

test.each([
  [
    direct,
    failed(`getaddrinfo ENOTFOUND ${direct}`, { code: "ENOTFOUND" }),
    "has no address that this machine can use",
    "paused",
  ],
  [
    "db.example.com",
    failed("getaddrinfo ENOTFOUND", { code: "ENOTFOUND" }),
    "its name leads nowhere",
    "Correct the host",
  ],
  [
    pooler,
    failed("(EADDRNOTALLOWED) address not in tenant allow_list: {152, 55, 176, 218}", { code: "XX000" }),
    "does not let this machine's address in",
    "Network restrictions",
  ],
  [
    direct,
    failed('no pg_hba.conf entry for host "20.1.2.3", user "postgres", database "postgres", SSL encryption', {
      code: "28000",
    }),
    "does not let this user in from this machine's address",
    "Network restrictions",
  ],
  [
    "db.example.com",
    failed('no pg_hba.conf entry for host "20.1.2.3", user "a", database "b", no encryption', {
      code: "28000",
    }),
    "takes connections with TLS only",
    "sslmode=disable",
  ],
  [direct, everyAddress("ECONNREFUSED", "192.0.2.1"), "the connection is refused", "banned"],
  [
    pooler,
    failed("Tenant or user not found", { code: "XX000" }),
    "does not know this user's project",
    "postgres.<",
  ],
  [
    pooler,
    failed("(ENOTFOUND) tenant/user postgres.abc not found", { code: "XX000" }),
    "does not know this user's project",
    "aws-1-",
  ],
  [
    pooler,
    failed(
      "(EMAXCLIENTSESSION) max clients reached in session mode - max clients are limited to pool_size: 15",
    ),
    "has no connection left",
    "pool size",
  ],
  [direct, failed("sorry, too many clients already", { code: "53300" }), "has no connection left", "fewer"],
  [
    pooler,
    failed("(ECIRCUITBREAKER) failed to retrieve credentials", { code: "XX000" }),
    "lets nobody in",
    "wait",
  ],
  [
    pooler,
    failed('password authentication failed for user "postgres"', { code: "28P01" }),
    "refuses",
    "password",
  ],
  [
    pooler,
    failed("error received from server in SCRAM exchange: Wrong password"),
    "refuses the login",
    "password",
  ],
  [direct, failed("the database system is starting up", { code: "57P03" }), "is starting", "when it is up"],
  [direct, failed("The server does not support SSL connections"), "do not agree on TLS", "tunnel"],
  [
    direct,
    failed("Hostname/IP does not match", { code: "ERR_TLS_CERT_ALTNAME_INVALID" }),
    "another host",
    "host",
  ],
  [direct, failed("self-signed", { code: "SELF_SIGNED_CERT_IN_CHAIN" }), "nobody vouches for", "sslrootcert"],
  [direct, failed("no such file", { code: "ENOENT" }), "certificate's file cannot be read", "sslrootcert"],
  [direct, failed("timeout expired"), "cannot be reached", "network restrictions"],
  [direct, "no error at all", "cannot be reached", "Check host"],
])("%s, %s: %s", (host, error, what, fix) => {
  const why = whyNotConnected(error, host);
  expect(why.what).toContain(what);
  expect(why.fix).toContain(fix);
});
