export const id = 147;
export const ids = [147];
export const modules = {

/***/ 9147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   whyNotConnected: () => (/* binding */ whyNotConnected)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

const sessionPooler = "the session pooler (Supabase's dashboard, Connect, Session pooler: postgresql://postgres.<project>:…@….pooler.supabase.com:5432/postgres)";
const says = (pattern) => ({ message }) => pattern.test(message);
const has = (...wanted) => ({ codes }) => wanted.some((code) => codes.has(code));
/** `db.<project>.supabase.co`, which has an IPv6 address only, unless the project pays for another. */
const isDirect = ({ host }) => /^db\.[a-z0-9]+\.supabase\.[a-z]+$/.test(host);
const noWay = has("ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT", "ENETDOWN");
const onlySix = ({ addresses }) => addresses.length > 0 && addresses.every((address) => address.includes(":"));
const ipv6 = {
    what: "has only an IPv6 address, and this machine has no way to it",
    fix: `GitHub's runners have no IPv6: use ${sessionPooler}, or Supabase's IPv4 add-on for the project.`,
};
const restricted = {
    what: "does not let this machine's address in",
    fix: "Supabase's dashboard, Database settings, Network restrictions: let the runner's address in. GitHub's own runners change theirs with every job; one with a fixed address (self-hosted, or a larger runner with static IPs) can be let in alone.",
};
/** The first that fits. Supavisor says its own in words and gives every one of them the code XX000. */
const causes = [
    { is: says(/not in tenant allow_list|EADDRNOTALLOWED/i), ...restricted },
    {
        is: says(/no pg_hba\.conf entry.*no encryption/),
        what: "takes connections with TLS only",
        fix: "Take `sslmode=disable` out of `database-url`.",
    },
    {
        is: says(/no pg_hba\.conf entry/),
        what: "does not let this user in from this machine's address",
        fix: `${restricted.fix} Elsewhere: see pg_hba.conf of the server.`,
    },
    {
        is: says(/tenant.*not found|ENOIDENTIFIER|no tenant identifier/i),
        what: "is a pooler that does not know this user's project",
        fix: "At Supabase's pooler the user is postgres.<project>, and the host is the one that the dashboard shows (Connect, Session pooler: aws-0-… and aws-1-… are not the same). A paused project is not known either.",
    },
    {
        is: (seen) => says(/max clients|EMAXCLIENT|too many (clients|connections)|connection slots/i)(seen) ||
            has("53300")(seen),
        what: "has no connection left",
        fix: "Run this again when fewer clients are connected, or raise the pool size (Supabase's dashboard, Database settings, Connection pooling).",
    },
    {
        is: says(/ECIRCUITBREAKER|circuit breaker|too many authentication/i),
        what: "lets nobody in for some minutes, after too many wrong logins",
        fix: "Correct the password in the secret behind `database-url`, wait some minutes, and run this again.",
    },
    {
        is: (seen) => says(/wrong ?password/i)(seen) || [...seen.codes].some((code) => code.startsWith("28")),
        what: "refuses the login",
        fix: "Check user and password of `database-url`, special characters percent-encoded. At Supabase's session pooler the user is postgres.<project>.",
    },
    {
        is: has("3D000"),
        what: "does not exist",
        fix: "Correct the name after the last slash of `database-url`; at Supabase it is postgres.",
    },
    {
        is: has("57P03"),
        what: "is starting, stopping or recovering, and takes nobody yet",
        fix: "Look at the project's state in its dashboard, and run this again when it is up.",
    },
    {
        is: says(/does not support SSL|SSL connection is required|ESSLREQUIRED/i),
        what: "and we do not agree on TLS",
        fix: "Outside of this machine TLS is required: switch it on at the server, or reach the server through a tunnel that ends at 127.0.0.1.",
    },
    {
        is: has("ERR_TLS_CERT_ALTNAME_INVALID"),
        what: "shows a certificate of another host",
        fix: "Write the host in `database-url` as the certificate has it; an IP address is seldom in one.",
    },
    {
        is: (seen) => [...seen.codes].some((code) => /CERT|ISSUER|SELF_SIGNED|LEAF_SIGNATURE/.test(code)),
        what: "shows a certificate that nobody vouches for",
        fix: "Give the authority's certificate: `?sslmode=verify-full&sslrootcert=<file>` (Supabase's: dashboard, Database settings, SSL configuration; the path starts where the job's step runs).",
    },
    {
        is: has("ENOENT", "EACCES", "EISDIR"),
        what: "cannot be asked, because a certificate's file cannot be read",
        fix: "Correct `sslrootcert` (or `sslcert`, `sslkey`) in `database-url`; the path starts where the job's step runs.",
    },
    { is: (seen) => noWay(seen) && (onlySix(seen) || isDirect(seen)), ...ipv6 },
    {
        is: (seen) => has("ENOTFOUND", "ENODATA", "EAI_AGAIN")(seen) && isDirect(seen),
        what: "has no address that this machine can use",
        fix: `Either the project's name is wrong or the project is paused; or the name has only an IPv6 address, which GitHub's runners cannot use: then use ${sessionPooler}, or Supabase's IPv4 add-on.`,
    },
    {
        is: has("ENOTFOUND", "ENODATA", "EAI_AGAIN"),
        what: "cannot be reached, because its name leads nowhere",
        fix: "Correct the host of `database-url`; if it is right, the name service of this machine failed: run this again.",
    },
    {
        is: (seen) => has("ECONNREFUSED", "ECONNRESET")(seen) && /\.supabase\.[a-z]+$/.test(seen.host),
        what: "cannot be reached: the connection is refused",
        fix: `${restricted.fix} An address with too many wrong passwords is banned for a while (Network bans, on the same page). A paused project refuses, too.`,
    },
];
const unknown = {
    what: "cannot be reached",
    fix: "Check host, port, user and password of `database-url`. From GitHub's runners use the session pooler (port 5432). A firewall or Supabase's network restrictions may keep this machine's address out.",
};
/** Reads an error of the way to a database at `host`, or of its login. */
function whyNotConnected(error, host) {
    const all = everyError(error);
    const codes = all.flatMap(({ code }) => (typeof code === "string" ? [code] : []));
    const addresses = all.flatMap(({ address }) => (typeof address === "string" ? [address] : []));
    const seen = { host, message: (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error), codes: new Set(codes), addresses };
    return causes.find(({ is }) => is(seen)) ?? unknown;
}
/** The error itself, and those that it stands for. */
function everyError(error) {
    if (typeof error !== "object" || error === null)
        return [];
    const { errors } = error;
    return [error, ...(Array.isArray(errors) ? errors.flatMap(everyError) : [])];
}


/***/ })

};
