export const id = 594;
export const ids = [594];
export const modules = {

/***/ 29137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
/** The known word that a misspelt one most likely meant, if one is near enough (a third of its letters). */
function suggest(word, known) {
    const most = Math.max(1, Math.floor(word.length / 3));
    const letters = lettersOf(word);
    const near = known
        .map((candidate) => ({ candidate, away: distance(letters, lettersOf(candidate), most) }))
        .sort((a, b) => a.away - b.away)[0];
    return near === undefined || near.away > most ? undefined : near.candidate;
}
function lettersOf(word) {
    return Array.from(word.toLowerCase());
}
/** Levenshtein's distance, a row at a time; more than `most` where the lengths alone say so. */
function distance(from, to, most) {
    if (Math.abs(from.length - to.length) > most)
        return most + 1;
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [i, letter] of from.entries()) {
        const next = [i + 1];
        for (const [j, other] of to.entries()) {
            const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        row = next;
    }
    return row[to.length] ?? 0;
}


/***/ }),

/***/ 36134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ policyFrom),
/* harmony export */   dM: () => (/* binding */ databaseInputs),
/* harmony export */   dO: () => (/* binding */ shadowCache),
/* harmony export */   eh: () => (/* binding */ policyInputs),
/* harmony export */   sM: () => (/* binding */ shadowSecrets)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59148);
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);


const words = ["fail", "warn", "off"];
const saying = (what, usually) => `What is done about statements that ${what}: \`fail\` refuses them unless a comment above allows them, \`warn\` shows them to who approves, \`off\` says nothing of them.${usually}`;
const policyOf = (what, fallback) => (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(words, { description: saying(what, ""), default: fallback });
/** What is said of such an axis holds for all of it; where nothing is said, one of its rules is not as the others. */
const policyWithout = (what, usually) => (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(words, { description: saying(what, ` Without it ${usually}.`) }));
/** What the judge makes of each axis. */
const policyInputs = {
    "on-data-loss": policyWithout("lose data", "they are refused, and a DELETE that says by its condition which rows may go (`delete-rows`) is shown"),
    "on-breaks-clients": policyOf("break the code that is live", "fail"),
    "on-opaque-sql": policyOf("run text that is not in the file", "fail"),
    "on-tightens": policyWithout("refuse what was allowed before", "they are shown, and a policy that is dropped (`drop-policy`) is refused"),
    "on-lock-hazard": policyOf("scan or rewrite a live table under a lock that blocks writes", "warn"),
};
/** A workflow knows where its cache is. */
const shadowCache = {
    "shadow-cache": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Folder in which `plan` keeps what its PostgreSQL has after the applied migrations, so that the next run replays only what is new; for a step of `actions/cache`. What is damaged or another's is not used, and said.",
    })),
};
/** What `plan` replays migrations on. */
const shadowInputs = {
    shadow: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(["auto", "postgres", "none"], {
        description: "`auto`: `plan` replays all migrations on an empty PostgreSQL of the machine's own, or where it has no server on PGlite, and shows what the pending ones make disappear, change or rewrite. `postgres`: nothing is fetched where there is no server. `none`: they are judged by their text only.",
        default: "auto",
    }),
    "shadow-registry": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ)({
        description: "npm registry from which `plan` fetches what its machine does not have and a replay needs, each by a pinned hash: PGlite, Deno, PostgREST. Without it the one that npm on that machine uses.",
    })),
    ...shadowCache,
};
/** What `plan` alone is given: a secret is passed to as few jobs as can be. */
const shadowSecrets = {
    "shadow-database-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({
        description: "Connection string of an empty database, as a superuser, on a server that is there for nothing else: migrations are replayed beside it instead of on this machine, and it is left empty.",
    })),
};
/** What `migrate` is told, and `plan` reads of its section. */
const databaseInputs = {
    "database-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({
        description: "Connection string of the database, `postgresql://…`: direct or through the session pooler (port 5432), never the transaction pooler (6543).",
    }),
    directory: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Folder of the migrations.", default: "supabase/migrations" }),
    from: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'The first version that a release may apply, in quotes as in the file\'s name (`"0008"`); a pending file older than it stops the release. Where the ledger is empty, everything is pending, and this says nothing.',
    })),
    adopt: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'The last version that was applied before this suite came, in quotes (`"0042"`): files up to it that were edited after they were applied, or of which the ledger keeps no text, are taken as they are. `plan` says so once; who edits one of them later is told as ever.',
    })),
    "out-of-order": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Versions that may be applied although a newer one is recorded already. Any other stops the release.",
        default: "",
    }),
    ...policyInputs,
    ...shadowInputs,
    "on-advisors": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(["warn", "fail", "off"], {
        description: "What is done about new security advice: what the pending migrations leave open or weak, as their replay shows. Where nothing is replayed, nothing is advised.",
        default: "warn",
    }),
    "accepted-advice": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: 'Security advice that is right as it is, with the reason: by its id for all (`advisor-definer-callable: each checks its caller`), or for one thing (`"advisor-rls-off public.countries": public data`).',
        default: "{}",
    }),
    journeys: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Modules that do what the live web does of the project (REST, functions), and fail where an answer is not what it needs. `plan` runs them in Deno on the shadow, with the live functions and with the new ones, before and after the pending files.",
        default: "",
    }),
    compatibility: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(["auto", "installed"], {
        description: "`auto`: what the machine of `plan` has not of Deno and PostgREST, with which journeys and live functions are run on the shadow, is fetched by a pinned hash (linux-x64, 45 MB), only where there is something to run. `installed`: nothing is fetched.",
        default: "auto",
    }),
    "journey-env": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "Environment of functions and journeys on the shadow, never a secret.",
        default: "{}",
    }),
    "journey-limit": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long all journeys on the shadow may take together.",
        default: "2m",
    }),
    "login-role": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: "Whether Supabase makes a role for some minutes to log in with, so that no password of the database is kept; `database-url` then has none. Needs a token that may write to the database (`database_write`), also in `plan`.",
        default: "false",
    }),
    verify: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(["none", "in-place"], {
        description: "`in-place`: before the first file runs, all pending ones are run on the live database in one transaction that is rolled back, so that what only live rows, triggers and rights make fail is seen while nothing has been applied. For that time it holds the locks of all of them, within `lock-timeout` and `blocks-for`. A file that cannot run in a transaction is refused.",
        default: "none",
    }),
    "restore-point": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: "Whether Supabase makes a restore point of the database before the first file runs, and nothing runs without it. Needs physical backups and a token that may write backups.",
        default: "false",
    }),
    "restore-point-wait": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long making the restore point may take.",
        default: "10m",
    }),
    "publishable-key": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "The project's publishable (or anon) key, which is public: with it REST is asked after the migrations whether it serves what is new.",
    })),
    "rest-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ)({
        description: "Where the project's REST API answers. Without it `https://<supabase>.supabase.co/rest/v1`, or beside `functions-url`.",
    })),
    "rest-wait": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long REST's schema cache may be behind the migrations before the release is held.",
        default: "30s",
    }),
    "lock-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long a statement may wait for a lock. While it waits, everybody behind it waits, too; then the file is rolled back and tried again.",
        default: "4s",
    }),
    "statement-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({ description: "How long one statement may take.", default: "10m" }),
    "lock-attempts": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "How often a file is tried when a lock is not to be had.",
        default: "5",
        min: 1,
        max: 100,
    }),
    "lock-wait": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "Pause before a file is tried again; doubles each time, up to a minute.",
        default: "5s",
    }),
    "blocks-for": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long a statement may hold up live sessions, by a lock that it has or waits for. Then it is cancelled, the file is rolled back and tried again as after `lock-timeout`.",
        default: "2s",
    }),
    "blocks-sessions": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "How many live sessions held up at once are too many; `0`: nobody watches.",
        default: "1",
    }),
    "turn-wait": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long to wait for another migration of the same database to end.",
        default: "1m",
    }),
};
/** The inputs as the judge takes them. */
function policyFrom(inputs) {
    return {
        data_loss: inputs.onDataLoss,
        breaks_clients: inputs.onBreaksClients,
        opaque: inputs.onOpaqueSql,
        tightens: inputs.onTightens,
        lock_hazard: inputs.onLockHazard,
    };
}


/***/ }),

/***/ 73581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ verifyJwtOf),
/* harmony export */   p: () => (/* binding */ verifyJwtInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59148);
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39678);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9169);




/** The input `verify-jwt`: true, false, or a mapping of function names to these. Required: there is no default. */
function verifyJwtInput(description) {
    const flag = { type: ["boolean", "string"], pattern: "^(true|false)$" };
    const schema = {
        anyOf: [
            flag,
            { type: "string", pattern: "^\\s*$|:|^\\s*\\{" },
            { type: "object", additionalProperties: flag },
        ],
    };
    return {
        description,
        required: true,
        secret: false,
        kind: "true, false, or either by function",
        schema,
        parse,
    };
}
/**
 * The declared value of one function.
 * @throws {UserError} PR102 when a mapping leaves the function out.
 */
function verifyJwtOf(declared, slug) {
    const value = typeof declared === "boolean" ? declared : (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_2__/* .heldIn */ .$)(declared, slug);
    if (value !== undefined)
        return value;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR102", `deploy-functions.verify-jwt: nothing is declared for ${slug}.`, `Write verify-jwt: { ${slug}: true } beside the others, or one value for all.`);
}
function parse(raw) {
    const one = asFlag(raw);
    if (one !== undefined)
        return { value: one };
    const refused = { expected: "true, false, or either by function", write: "false" };
    const map = typeof raw === "string" ? (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapFromText */ .oW)(raw) : raw;
    if (!(0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(map))
        return refused;
    const entries = Object.entries(map).flatMap(([slug, value]) => {
        const is = asFlag(value);
        return is === undefined ? [] : [[slug, is]];
    });
    return entries.length === Object.keys(map).length ? { value: Object.fromEntries(entries) } : refused;
}
function asFlag(raw) {
    if (raw === true || raw === "true")
        return true;
    return raw === false || raw === "false" ? false : undefined;
}


/***/ }),

/***/ 45984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ functionsInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/declared/slugs.js

/** What Supabase takes as a function's name. */
const slugPattern = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Several functions by name. One that cannot be a name is refused when inputs are read: it would be part of a path. */
function slugs(texts) {
    const texting = (0,input/* list */.p_)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        if (!("value" in parts))
            return parts;
        const bad = parts.value.filter((slug) => !slugPattern.test(slug));
        if (bad.length === 0)
            return parts;
        const names = bad.map((slug) => JSON.stringify(slug.slice(0, 60))).join(", ");
        return {
            expected: `names of functions (a letter, then letters, digits, _ and -), but ${names} is none`,
            write: "[my-function]",
        };
    };
    return { ...texting, kind: "list of function names", parse };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/verify-jwt.js
var verify_jwt = __webpack_require__(73581);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/inputs.js





/** The inputs of `deploy-functions`, as its spec declares them and as `plan` reads them. */
const functionsInputs = {
    ...shared_inputs/* supabaseInputs */.iD,
    functions: slugs({
        description: "The Edge Functions of a release, by the names under which they are called.",
    }),
    "functions-directory": (0,input/* text */.Qq)({
        description: "Folder with a folder for each function; its `index.ts` (or .js, .tsx, .jsx, .mjs) is the entrypoint.",
        default: "supabase/functions",
    }),
    "verify-jwt": (0,verify_jwt/* verifyJwtInput */.p)("Whether the platform demands a valid JWT before it calls a function: one value for all, or by name. Never inherited from what is live."),
    "import-map": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Import map for all functions. Without it: `deno.json` or `deno.jsonc` beside the entrypoint, else `import_map.json` in the functions' folder.",
    })),
    "static-files": (0,input_map/* recordOfLists */.Gh)({
        description: "Files that a function reads at run time, by its name: patterns with `*`, `**` and `?`.",
        default: "{}",
    }),
    "size-limit": (0,input/* integer */.nd)({
        description: "How many MB of sources a function may have; Supabase bundles no more than 5 MB on its side.",
        default: "5",
        min: 1,
    }),
    "deno-check": (0,input/* oneOf */.yL)(["auto", "off"], {
        description: "`auto`: where Deno is installed, it checks the types of the changed functions before anything is uploaded.",
        default: "auto",
    }),
    prune: (0,input/* flag */.Jt)({
        description: "Whether live functions that the repository has no folder for are removed, as the plan shows; each is kept in the snapshot first.",
        default: "false",
    }),
    command: (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Your own deployment command, run by a shell instead of the API. It may change any function: of all that are declared a snapshot is kept before, and all are checked after.",
    })),
    "command-env": (0,input_map/* record */.g1)({
        description: "Environment of `command`; it gets nothing else of the job. `{supabase}` and `{supabase-api-url}` stand for these inputs.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Name of the variable in which `command` gets `supabase-access-token`." })),
    "functions-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({
        description: "Where functions are called. Without it `https://<supabase>.supabase.co/functions/v1`.",
    })),
    "functions-key": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Key with which functions are called as a proof: the anon or publishable one." })),
    "health-request": (0,input_map/* record */.g1)({
        description: "How each function is called to prove that it serves, by its name: `GET ?health=1 200` (method, path and query, status). " +
            "Without an entry `GET ?health=1` is tried, and any answer of the function itself below 500 counts as reachable.",
        default: "{}",
    }),
    "require-health": (0,input/* flag */.Jt)({
        description: "Whether a function that is reachable, but did not answer its health request, fails the phase.",
        default: "false",
    }),
};


/***/ }),

/***/ 90078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ webInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/release/slice/only-input.js
var only_input = __webpack_require__(51696);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/names.js
/** The hosts that this suite knows; `hosts.ts` has one opener for each. */
const hostNames = ["vercel", "netlify", "command"];

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/shared-inputs.js
var shared_inputs = __webpack_require__(97845);
;// CONCATENATED MODULE: ./lib/kit/parts/web/inputs.js






/** What `plan`, `deploy-web` and `rollback` need to know of a target's web app. */
const webInputs = {
    host: (0,input/* oneOf */.yL)(hostNames, { description: "Where the web app lives.", default: "vercel" }),
    origins: (0,origins/* origins */.kt)({
        description: "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
    }),
    "host-origins": origins/* hostOrigins */.Ug,
    artifact: (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Folder that `build` made (artifact.json and site/), its output `path`." })),
    "required-env": (0,input_map/* record */.g1)({
        description: "More variables and values that build and host must agree with, beyond those of `build`.",
        default: "{}",
    }),
    only: only_input/* onlyInput */.b,
    "host-project": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Project at the host (Vercel: its id or name; Netlify: the site's id)." })),
    "host-team": shared_inputs/* hostTeam */.e,
    "host-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for the host; reading is enough for `plan`." })),
    "host-api-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({ description: "Base URL of the host's API. By default the host's own." })),
    "protection-bypass": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Secret with which probes pass the host's deployment protection." })),
    assets: shared_inputs/* assets */.m,
    "keep-releases": (0,input/* integer */.nd)({
        description: "Of how many former releases the hashed assets (the folder `assets`) are deployed again with the site, so that open tabs find their chunks; 0 keeps none.",
        default: "3",
        min: 0,
        max: 20,
    }),
    "auto-assign": (0,input/* flag */.Jt)({
        description: "Whether new production builds are supposed to go live by themselves (Vercel: domains are auto-assigned; Netlify: auto publishing). When they are, finding that off means that somebody, or a rollback, has pinned production.",
        default: "true",
    }),
    unpin: (0,input/* flag */.Jt)({
        description: "Promote although production is pinned by a rollback, or locked.",
        default: "false",
    }),
    command: (0,input/* text */.Qq)({
        description: "Host `command`: what deploys the site. It finds it in `ROLLOUT_SITE`.",
        default: "npm run deploy:web",
    }),
    "command-env": (0,input_map/* record */.g1)({
        description: "Host `command`: its environment; it gets nothing else of the job.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: name of the variable in which it gets `host-token`." })),
    "undo-command": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Host `command`: what brings the site back that was live before. It finds that one's build marker in `ROLLOUT_MARKER`.",
    })),
    "ready-timeout": (0,input/* duration */.p0)({
        description: "How long a staged deployment may take to be ready.",
        default: "10m",
    }),
    "existing-timeout": (0,input/* duration */.p0)({
        description: "Source `existing`: how long the host's own build of the commit may take from here on until it is ready.",
        default: "20m",
    }),
    "verify-timeout": (0,input/* duration */.p0)({
        description: "How long domains and origins may take to serve the release.",
        default: "3m",
    }),
    "poll-interval": (0,input/* duration */.p0)({ description: "Time between two looks.", default: "2s" }),
};


/***/ }),

/***/ 15463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ permissionFor)
/* harmony export */ });
/** The first row that fits decides: what a scoped token must have for a call to the Management API, by Supabase's names. */
const rows = [
    [/GET/, /^\/functions/, "edge_functions_read"],
    [/./, /^\/functions/, "edge_functions_write"],
    [/GET/, /^\/secrets/, "edge_functions_secrets_read"],
    [/GET/, /^\/health/, "project_admin_read"],
    [/GET/, /^\/analytics/, "analytics_logs_read"],
    [/GET/, /^\/notebooks/, "project_notebooks_read"],
    [/./, /^\/notebooks/, "project_notebooks_write"],
    [/GET/, /^\/database\/backups/, "backups_read"],
    [/./, /^\/database\/backups/, "backups_write"],
    [/POST/, /^\/cli\/login-role/, "database_write"],
];
const project = /^\/v\d+\/projects\/[^/]+/;
function permissionFor(method, path) {
    const inside = path.replace(project, "");
    return rows.find(([asked, place]) => asked.test(method) && place.test(inside))?.[2];
}


/***/ }),

/***/ 51696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ onlyInput)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96848);


/** Shared by `plan`, which slices the chain by it, and `deploy-web`, which then deploys what is live already. */
const onlyInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY, {
    description: "Do only this phase and what follows from it. `deploy-web` then builds and deploys the site again although it is live, and sets a required value that the host holds otherwise.",
}));


/***/ })

};
