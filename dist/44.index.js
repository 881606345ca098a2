export const id = 44;
export const ids = [44];
export const modules = {

/***/ 85341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_input_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59148);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_web_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81766);







const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: "build",
    title: "Build",
    description: "Builds the web app once, in a job without provider tokens; proves the required values, stamps the pages, writes the artifact.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .timeLimit */ .z)("35m"),
        install: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "Command that installs what the build needs; `auto`: what the lock file names, by its own package manager; `none` when nothing is to be installed.",
            default: "auto",
        }),
        command: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Command that builds the web app.", default: "npm run build" }),
        source: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(_kit_parts_web_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .sourceNames */ .SI, {
            description: "`dist`: `output` is a static site; the host's routes and cache headers are made for it. `prebuilt`: `command` runs `vercel build`, and `.vercel/output` is deployed as it is. `existing`: nothing is built here; `deploy-web` takes the staged production deployment of this commit that the host's Git integration builds.",
            default: "dist",
        }),
        output: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "Folder in which the build puts the site; only for source `dist`.",
            default: "dist",
        }),
        "required-env": (0,_kit_action_input_map_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({
            description: "Variables and the values that the build must have seen; proven by the Vite configuration that built.",
            default: "{}",
        }),
        "build-env": (0,_kit_action_input_map_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({
            description: "Environment of install, build and quality commands. They get nothing else of the job.",
            default: "{}",
        }),
        reuse: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "Folder of the artifact that another target's build has made of the same commit. It is taken, and `command` does not run, where it was made with the same settings and values; else the site is built, and the plan says why.",
        })),
        quality: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: "Commands that must pass before anything is released (tests, lint, types).",
            default: "",
        }),
    },
    permissions: [(0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onGitHub */ .xr)({ name: "contents: read", why: "checking out the commit" })],
    outputs: {
        "artifact-digest": "SHA-256 of the site before it was stamped",
        marker: "What every page says: <commit>-<digest>; the commit alone, where the app says it itself",
        path: "Folder of the artifact: artifact.json and site/. Upload it whole, hidden files included",
        manifest: "Path of artifact.json",
    },
});


/***/ }),

/***/ 42580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43128);
/* harmony import */ var _kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83175);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92983);
/* harmony import */ var _kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45984);
/* harmony import */ var _kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13661);









const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__/* .defineAction */ .Q)({
    name: "deploy-functions",
    title: "Deploy functions",
    description: "Brings the changed Edge Functions of a release live together: snapshot, bundles, one activation, and a real call to each.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)("50m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .notifyInputs */ .v,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .boardInput */ .d,
        ..._kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_7__/* .gateInputs */ .ll,
        ..._kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .functionsInputs */ .l,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .healthInputs */ .Q2,
    },
    permissions: [
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc,
        ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF,
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "edge_functions_read", why: "what is live, and what undoes it" }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "edge_functions_write", why: "bundles and their activation" }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({
            name: "edge_functions_secrets_read",
            why: "whether each secret that the functions read is set (names only)",
            when: "functions read any",
            without: "said",
        }),
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .projectHealth */ .S0,
    ],
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .phaseOutputs */ .A,
        snapshot: "Path of the snapshot that undoes this phase; upload it.",
        functions: "JSON list of the functions that were activated.",
        live: "JSON object: which bundle of each function is live now, as `smoke` compares it.",
    },
});


/***/ }),

/***/ 13081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_providers_hosts_permissions_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55921);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92983);
/* harmony import */ var _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90078);
/* harmony import */ var _kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13661);









const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: "deploy-web",
    title: "Deploy web",
    description: "Stages the site that was built, probes it, promotes it with one request, and proves on every origin that it is served.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)("50m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy,
        ..._kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_6__/* .gateInputs */ .ll,
        ..._kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .webInputs */ .m,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .projectInputs */ .tX,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .healthInputs */ .Q2,
    },
    permissions: [
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc,
        ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF,
        ...(0,_kit_providers_hosts_permissions_js__WEBPACK_IMPORTED_MODULE_8__/* .hostPermissions */ .N)("write", "deployments and domains of the one project, and with `set-env` its variables"),
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .projectHealth */ .S0,
    ],
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .phaseOutputs */ .A,
        deployment: "Id of the deployment that is live, where the host has ids.",
        "deployment-url": "Address of that deployment.",
        previous: "Id of the deployment that was live before.",
        marker: "The build marker that every origin serves.",
    },
});


/***/ }),

/***/ 25343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43128);
/* harmony import */ var _kit_release_environments_make_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72967);






const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: "environments",
    title: "Environments",
    description: "Makes the environments of a target as `gates`, `accept` and `release-refs` declare them for `plan`: reviewers or a wait timer, branch policies, no bypass; shows the difference first.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)("10m"),
        ..._kit_release_environments_make_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .ownInputs */ .oi,
        "dry-run": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
            description: "Only show what differs; nothing is changed.",
            default: "false",
        }),
        prune: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
            description: "Also take away what is not declared: other reviewers, longer wait timers, other branches. Otherwise it stays.",
            default: "false",
        }),
        "github-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({
            description: "Token of an admin of the repository (Administration: write); `GITHUB_TOKEN` cannot make environments.",
        }),
    },
    permissions: [
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onGitHub */ .xr)({ name: "administration: write", why: "making environments, by a token of an admin" }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onGitHub */ .xr)({ name: "members: read", why: "teams that review", when: "a reviewer is a team" }),
    ],
    outputs: {
        changed: "none or some: whether anything differed.",
        difference: "JSON list of the environments that differed, and in what.",
    },
});


/***/ }),

/***/ 65750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43128);
/* harmony import */ var _kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83175);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92983);
/* harmony import */ var _kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36134);
/* harmony import */ var _kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(13661);










const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_9__/* .defineAction */ .Q)({
    name: "migrate",
    title: "Migrate",
    description: "Applies the pending migrations in order, each in one transaction with its row in the Supabase CLI's ledger; refuses what loses data or breaks live code.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .timeLimit */ .z)("110m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .notifyInputs */ .v,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .boardInput */ .d,
        ..._kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_8__/* .gateInputs */ .ll,
        ..._kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .databaseInputs */ .dM,
        "dry-run": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({
            description: "Only show what would be applied and how, and judge it; nothing is changed.",
            default: "false",
        }),
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .projectInputs */ .tX,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .healthInputs */ .Q2,
    },
    permissions: [
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc,
        ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF,
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .projectHealth */ .S0,
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({
            name: "backups_read",
            why: "whether the restore point is there",
            when: "`restore-point: true`",
        }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "backups_write", why: "making the restore point", when: "`restore-point: true`" }),
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .loginRole */ .aP,
    ],
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .phaseOutputs */ .A,
        pending: "JSON list of the versions that were to be applied when it began.",
        applied: "JSON list of the versions that were applied.",
        head: "The newest version in the ledger.",
        "restore-point": "Name of the restore point that was made before the first file ran; empty where none was.",
    },
});


/***/ }),

/***/ 43697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ spec_spec)
});

// EXTERNAL MODULE: ./lib/kit/action/permission.js
var permission = __webpack_require__(12800);
;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/permissions.js
const when = "`dashboard: grafana`";
const grafana = (name, why, also = "") => ({
    service: "Grafana",
    name,
    why,
    when: when + also,
    without: "said",
});
/** What a service account of Grafana must be allowed. */
const dashboardPermissions = [
    grafana("dashboards:read", "the link of the dashboard"),
    grafana("dashboards:write", "the dashboard as the release counts", ", `prepare: true`"),
    grafana("dashboards:create", "the dashboard, where it is not there", ", `prepare: true`"),
    ...["annotations:read", "annotations:create", "annotations:write"].map((name) => grafana(name, "marking the release in the dashboard")),
];

// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
// EXTERNAL MODULE: ./lib/kit/action/spec.js
var spec = __webpack_require__(35596);
// EXTERNAL MODULE: ./lib/kit/action/time-limit.js
var time_limit = __webpack_require__(43128);
// EXTERNAL MODULE: ./lib/kit/notify/inputs.js
var inputs = __webpack_require__(83175);
// EXTERNAL MODULE: ./lib/kit/parts/observe/inputs.js + 3 modules
var observe_inputs = __webpack_require__(22320);
;// CONCATENATED MODULE: ./lib/actions/observe/spec.js







const spec_spec = (0,spec/* defineAction */.Q)({
    name: "observe",
    title: "Observe",
    description: "Counts in the logs what a release does to real attempts until a sequential test says pass or fail; before, saves the same queries as a dashboard.",
    inputs: {
        ...shared_inputs/* placeInputs */.vb,
        "time-limit": (0,time_limit/* timeLimit */.z)("110m"),
        release: shared_inputs/* releaseInputs */.zy.release,
        slice: shared_inputs/* releaseInputs */.zy.slice,
        plan: shared_inputs/* releaseInputs */.zy.plan,
        ...inputs/* notifyInputs */.v,
        "github-token": shared_inputs/* releaseInputs */.zy["github-token"],
        ...observe_inputs/* observeInputs */.c,
    },
    permissions: [
        (0,permission/* onGitHub */.xr)({ name: "contents: read", why: "checking out the commit" }),
        (0,permission/* onGitHub */.xr)({
            name: "deployments: read",
            why: "when the release went live",
            when: "a `release` is given, and it does not only `prepare`",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "analytics_logs_read",
            why: "counting attempts and failures",
            when: "`log-source: supabase`",
        }),
        (0,permission/* onSupabase */.cI)({ name: "edge_functions_read", why: "which version of a function is the release's" }),
        (0,permission/* onSupabase */.cI)({
            name: "project_notebooks_read",
            why: "the link of the saved queries",
            when: "`dashboard: supabase`",
            without: "said",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "project_notebooks_write",
            why: "saving the queries",
            when: "`dashboard: supabase`, `prepare: true`",
            without: "said",
        }),
        ...dashboardPermissions,
    ],
    outputs: {
        failed: "Attempts that failed.",
        attempts: "Attempts that were seen.",
        since: "When the clock was started: pass it on as `since` to count on.",
        observation: "Path of observation.json with every look; upload it.",
        "dashboard-url": "Link to the saved queries, else to the same query in the log explorer.",
        lag: "With `check`: what the marker proposes for `lag`, such as 45s.",
        dashboard: "With `prepare`: created | updated | unchanged | written (files) | failed | none.",
    },
});


/***/ }),

/***/ 22634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ spec_spec)
});

// EXTERNAL MODULE: ./lib/kit/action/permission.js
var permission = __webpack_require__(12800);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/permissions.js
var permissions = __webpack_require__(55921);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
// EXTERNAL MODULE: ./lib/kit/action/spec.js
var spec = __webpack_require__(35596);
// EXTERNAL MODULE: ./lib/kit/action/time-limit.js
var time_limit = __webpack_require__(43128);
// EXTERNAL MODULE: ./lib/kit/notify/inputs.js
var inputs = __webpack_require__(83175);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var database_inputs = __webpack_require__(36134);
// EXTERNAL MODULE: ./lib/kit/parts/observe/source-inputs.js + 1 modules
var source_inputs = __webpack_require__(68144);
// EXTERNAL MODULE: ./lib/kit/release/slice/only-input.js
var only_input = __webpack_require__(51696);
// EXTERNAL MODULE: ./lib/kit/release/environments/accept.js
var accept = __webpack_require__(19869);
// EXTERNAL MODULE: ./lib/kit/release/environments/names.js
var names = __webpack_require__(43873);
// EXTERNAL MODULE: ./lib/kit/release/gates/gates.js
var gates = __webpack_require__(13661);
// EXTERNAL MODULE: ./lib/kit/release/gates/release-refs.js
var release_refs = __webpack_require__(6503);
;// CONCATENATED MODULE: ./lib/actions/plan/promotion/inputs.js


/** Which commits may be released. */
const promotionInputs = {
    "release-refs": release_refs/* releaseRefsInput */.a,
    "required-checks": (0,input/* list */.p_)({
        description: "Checks of the commit that must be green; `none` asks for none. Empty: those that the branch requires, else none of all may have failed. A push to a branch of `release-refs` is asked only for those that are named here.",
        default: "",
    }),
    "checks-wait": (0,input/* duration */.p0)({
        description: "How long `plan` waits for checks that still run.",
        default: "5m",
    }),
};

;// CONCATENATED MODULE: ./lib/actions/plan/spec.js














const sliceNames = ["migrate", "deploy-functions", "deploy-web", "purge-cdn", "smoke", "observe"];
const spec_spec = (0,spec/* defineAction */.Q)({
    name: "plan",
    title: "Plan",
    description: "Says what a release would change, before any gate, and gives each phase's part a digest.",
    inputs: {
        ...shared_inputs/* placeInputs */.vb,
        "time-limit": (0,time_limit/* timeLimit */.z)("10m"),
        gates: (0,gates/* gatesInput */.RC)("What must pause the chain before a phase; compared with what GitHub has."),
        accept: accept/* acceptInput */.H,
        ...names/* environmentInputs */.rg,
        environment: shared_inputs/* releaseInputs */.zy.environment,
        against: (0,input/* oneOf */.yL)(["auto", "live", "record"], {
            description: "What this commit is compared with: what is live, or what the record has of it, for which no provider's secret is needed. `auto` is live; record on a pull request from a fork or by dependabot, which get no secrets.",
            default: "auto",
        }),
        comment: (0,input/* oneOf */.yL)(["none", "auto"], {
            description: "Whether the plan is also a comment of the pull request that started the run or brought its commit, one a target, edited in place. Needs `pull-requests: write`; without it only a notice says so.",
            default: "none",
        }),
        "from-phase": (0,input/* optional */.lq)((0,input/* oneOf */.yL)(sliceNames, {
            description: "Begin here: go on with the release of this commit that the record has.",
        })),
        "through-phase": (0,input/* optional */.lq)((0,input/* oneOf */.yL)(["plan", ...sliceNames], {
            description: "End here; a later run goes on with from-phase. `plan` changes nothing.",
        })),
        approvers: gates/* approversInput */.De,
        drift: (0,input/* oneOf */.yL)(["false", "true", "commit"], {
            description: "`true`: only compare what is live with the record, and report; nothing is planned and nothing is written. `commit`: only say which commit is live, so that it can be checked out for that.",
            default: "false",
        }),
        "find-watched": (0,input/* flag */.Jt)({
            description: "Only say which release is live with its verdict still open, so that its commit can be checked out and observed again; nothing is planned and nothing is written.",
            default: "false",
        }),
        sarif: (0,input/* optional */.lq)((0,input/* text */.Qq)({
            description: "File in the working directory to which the findings about the pending migrations are written as SARIF 2.1.0, also where they stop the plan; for `github/codeql-action/upload-sarif`.",
        })),
        only: only_input/* onlyInput */.b,
        ...promotionInputs,
        supersede: (0,input/* flag */.Jt)({
            description: "Take the target from releases that wait for a person: each ends as stopped, or as held where it has changed something, and its run is cancelled. One that is at work is never touched.",
            default: "false",
        }),
        resume: (0,input/* optional */.lq)((0,input/* text */.Qq)({
            description: "Why a halted target may go on with this release, and with others after it; who and why is recorded.",
        })),
        ...inputs/* notifyInputs */.v,
        "prepare-follows": (0,input/* flag */.Jt)({
            description: "`prepare` comes before the first gate and has the same webhook: where it runs, it tells of that gate, with the link of the saved queries, and `plan` does not.",
            default: "false",
        }),
        artifact: (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Folder of the built site, as `build` made it." })),
        "github-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for gates and record (`actions: read`, `deployments: write`)." })),
        "cancel-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({
            description: "Token that may cancel runs (`actions: write`), for supersede; without it the github-token is tried.",
        })),
        "database-url": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Connection string of a role that may read the ledger." })),
        ...database_inputs/* shadowSecrets */.sM,
        ...database_inputs/* shadowCache */.dO,
        "supabase-access-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Supabase access token; reading is enough." })),
        "log-token": source_inputs/* logToken */.w,
        "host-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token of the web host; reading is enough." })),
        "protection-bypass": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Lets probes pass the host's deployment protection." })),
    },
    permissions: [
        permission/* readsContents */.Sc,
        ...permission/* recordPermissions */.gF,
        (0,permission/* onGitHub */.xr)({
            name: "checks: read",
            why: "whether the commit is green",
            when: "`required-checks` names any, or the branch requires some",
        }),
        (0,permission/* onGitHub */.xr)({
            name: "statuses: read",
            why: "the same, of services that report it the old way",
            when: "as `checks: read`",
        }),
        (0,permission/* onGitHub */.xr)({
            name: "actions: write",
            why: "cancelling the runs that yield, by `cancel-token`",
            when: "`supersede: true`",
            without: "said",
        }),
        (0,permission/* onGitHub */.xr)({
            name: "pull-requests: write",
            why: "the comment on the pull request",
            when: "`comment: auto`",
            without: "said",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "edge_functions_read",
            why: "what is live of the functions",
            when: "functions are planned",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "edge_functions_secrets_read",
            why: "whether each secret that the functions read is set (names only)",
            when: "functions read any",
            without: "said",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "analytics_logs_read",
            why: "how long `observe` will take",
            when: "`observe` counts in Supabase's logs",
            without: "said",
        }),
        permission/* loginRole */.aP,
        ...(0,permissions/* hostPermissions */.N)("read", "what is live of the web"),
    ],
    outputs: {
        release: "Id of the release.",
        work: "none when there is nothing to release, else some.",
        "migrate-work": "none or some.",
        "migrate-digest": "Digest of the part that migrate must do.",
        "deploy-functions-work": "none or some.",
        "deploy-functions-digest": "Digest of the part that deploy-functions must do.",
        "deploy-web-work": "none or some.",
        "deploy-web-digest": "Digest of the part that deploy-web must do.",
        "purge-cdn-work": "none or some.",
        "purge-cdn-digest": "Digest of the part that purge-cdn must do.",
        drift: "With `drift`: none, some or unknown.",
        components: "With `drift`: what differs, by commas: functions, web, ledger, required-env, gates.",
        "live-commit": "With `drift`: the commit of the release that is live.",
        "live-release": "With `drift`: the id of that release.",
        fix: "With `drift`: what `only` must be in a release of live-commit to mend it; empty where a person must look.",
        "watched-release": "With `find-watched`: the id of the release that is watched; empty where there is none.",
        "watched-commit": "With `find-watched`: its commit.",
        "watched-since": "With `find-watched`: when it was activated first, as ISO 8601.",
        slice: "The phases of this run, by commas; empty for all of them.",
        stamp: "When the plan was made, by which attempt, and the SHA-256 of plan.json.",
        path: "Path of plan.json.",
        folder: "Folder of plan.json and of the snapshot that undoes the functions; upload it.",
    },
});


/***/ }),

/***/ 78854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_providers_cdns_permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70846);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17620);








const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: "purge-cdn",
    title: "Purge CDN",
    description: "Purges the routes that changed, once the origins serve the release, and proves by its build marker that the CDN serves it too.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_5__/* .timeLimit */ .z)("20m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseInputs */ .zy,
        ..._kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .cdnInputs */ .t,
        marker: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "Build marker that every route must serve. Without it that of `artifact`, else the one that all origins serve past the CDN.",
        })),
        artifact: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ description: "Folder that `build` made (artifact.json and site/), its output `path`." })),
        "on-unverified": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(["hold", "warn"], {
            description: "What a purge comes to that was accepted but not seen on every route: `hold` ends with verdict error.",
            default: "hold",
        }),
    },
    permissions: [_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc, ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF, ..._kit_providers_cdns_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .cdnPermissions */ .C],
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .phaseOutputs */ .A,
        marker: "The build marker that every route had to serve.",
        verified: "`true` when every route served it through the CDN.",
        purges: "How often was purged.",
    },
});


/***/ }),

/***/ 86081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_providers_hosts_permissions_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55921);
/* harmony import */ var _kit_providers_cdns_permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70846);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35596);
/* harmony import */ var _kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83175);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47226);
/* harmony import */ var _kit_release_environments_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43873);










const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__/* .defineAction */ .Q)({
    name: "rollback",
    title: "Rollback",
    description: "Decides how a release ends, and brings web, its cache and functions back to what was live before where that is due. Never the schema.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_5__/* .timeLimit */ .z)("25m"),
        release: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "Id of the release that goes back; `last` is the newest one that is live, or was rolled back last.",
            default: "last",
        }),
        to: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "What a person wants back: `previous` (what was live before `release`), or the id of an earlier release, past all that came since.",
        })),
        needs: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "`toJSON(needs)` of the workflow: from it and the record is decided. Without it a person has decided to roll back.",
        })),
        reason: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ description: "Why a person rolls back. Needed where `needs` is not given." })),
        "dry-run": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({
            description: "Only prove that going back would work now; nothing is changed.",
            default: "false",
        }),
        resume: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "Why a halted target may go on. Nothing is rolled back; who and why is recorded.",
        })),
        watch: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({
            description: "A later look at `release`, whose verdict was left open: ends it by what `observe` says in `needs`, or leaves it open. Where another run holds the target, nothing is done.",
            default: "false",
        }),
        "watch-limit": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)({
            description: "With `watch`: how long after the first activation the verdict may stay open. Then a person decides: the release stays live, and nothing else is stopped.",
            default: "7d",
        }),
        "on-rejection": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(["roll-back", "hold"], {
            description: "What a rejection within `rollback-window` comes to.",
            default: "roll-back",
        }),
        "on-cancel": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(["roll-back", "hold"], {
            description: "What a cancellation within `rollback-window` comes to.",
            default: "roll-back",
        }),
        "rollback-window": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)({
            description: "How long after the first activation a rejection or a cancellation still undoes it.",
            default: "60m",
        }),
        "restore-auto-assign": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({
            description: "Let new builds go live by themselves again once all is back. A rollback at Vercel leaves that off.",
            default: "false",
        }),
        slice: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({
            description: "The phases of this run, from `plan`. A release whose slice ends early stays open.",
            default: "",
        }),
        artifacts: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "Folder with the downloaded artifacts of the release (plan, deploy-functions): from them functions go back.",
        })),
        ..._kit_release_environments_names_js__WEBPACK_IMPORTED_MODULE_7__/* .gateEnvironmentInputs */ .QM,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .notifyInputs */ .v,
        issue: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({
            description: "Open an issue when a release was rolled back, add to it when it happens again, and close it by the next release (`issues: write`).",
            default: "true",
        }),
        "github-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({
            description: "Token for record, lease and halt (`deployments: write`), jobs and approvals (`actions: read`).",
        })),
        "supabase-access-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({ description: "Supabase access token that may write functions." })),
        "host-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({ description: "Token of the web host that may roll back." })),
        "protection-bypass": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({ description: "Lets probes pass the host's deployment protection." })),
        "playwright-accounts": _kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .suiteInputs */ .G["playwright-accounts"],
        "cdn-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({ description: "Token for the CDN that may purge." })),
    },
    permissions: [
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc,
        ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF,
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onGitHub */ .xr)({
            name: "issues: write",
            why: "the issue that a rollback opens, one a target",
            when: "`issue: true`",
            without: "said",
        }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "edge_functions_read", why: "what is live of the functions" }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "edge_functions_write", why: "bringing functions back" }),
        ...(0,_kit_providers_hosts_permissions_js__WEBPACK_IMPORTED_MODULE_9__/* .hostPermissions */ .N)("write", "bringing the web back"),
        ..._kit_providers_cdns_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .cdnPermissions */ .C,
    ],
    outputs: {
        outcome: "released | watching | held | rolled-back | partly-rolled-back | stopped",
        because: "Why, in one sentence.",
        components: "JSON list of what came of each component: component, outcome.",
        extent: "complete: all of it is back; partial: something is left; nothing: all of it was back before. Empty where nothing was to go back.",
        timeline: "JSON list of `detected`, `decided`, `reverted`, `verified`: when (ISO 8601, UTC; null where it never came to it), and milliseconds after the one before.",
        release: "Id of the release.",
        receipt: "The last receipt, if it has at most 8 KiB.",
    },
});


/***/ }),

/***/ 6793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ phaseOutputs)
/* harmony export */ });
/* unused harmony export commonOutputs */
/** Outputs that `runAction` sets for every action. */
const commonOutputs = {
    verdict: "pass, fail, inconclusive or error.",
    attempt: "Which attempt of the run said this: a re-run hands old outputs on.",
    evidence: "What was checked, as a JSON list of «x of n …» lines.",
};
/** Outputs that `enterPhase` and the journal set for every phase that changes production. */
const phaseOutputs = {
    work: "none or some.",
    digest: "Digest of what was decided.",
    started: "`true` once the first change was begun.",
    receipt: "The last receipt, if it has at most 8 KiB.",
};


/***/ }),

/***/ 83175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ boardInput),
/* harmony export */   v: () => (/* binding */ notifyInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** Where people are told, shared by every action that knows something worth telling. */
const notifyInputs = {
    "notify-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Webhook that is told when a gate waits and how a release ended. Its failure only warns; its address is a secret.",
    })),
    "notify-format": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(["auto", "slack", "json"], {
        description: "What the webhook takes: Slack's messages, or `prism-rollout/notification@1`. `auto` goes by its address.",
        default: "auto",
    }),
};
/** For phases after which a gate may wait: what `prepare` has found. */
const boardInput = {
    "dashboard-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ)({
        description: "Where the queries are saved, from `prepare`; linked on the page and in the message of the gate that waits next.",
    })),
};


/***/ }),

/***/ 17620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ cdnInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/names.js
var names = __webpack_require__(35354);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/shared-inputs.js
var shared_inputs = __webpack_require__(97845);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/nodes-input.js

/** Nodes of a cache, by their addresses: `http://10.0.0.1:6081`. */
function nodes(texts) {
    return ofEach(texts, "list of URLs", "URLs of nodes", "[http://10.0.0.1:6081]", (text) => /^https?:\/\/[^/\s?#]+\/?$/.test(text) && URL.canParse(text) ? new URL(text).origin : undefined);
}
/** Statuses of an answer. */
function statuses(texts) {
    return ofEach(texts, "list of statuses", "statuses from 200 to 599", "[200, 204]", (text) => /^[2-5]\d\d$/.test(text) ? Number(text) : undefined);
}
function ofEach(texts, kind, expected, write, read) {
    const texting = (0,input/* list */.p_)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        if (!("value" in parts))
            return parts;
        const values = parts.value.flatMap((text) => read(text.trim()) ?? []);
        return values.length === parts.value.length ? { value: values } : { expected, write };
    };
    return { ...texting, kind, parse };
}

// EXTERNAL MODULE: ./lib/kit/providers/cdns/pattern.js
var cdns_pattern = __webpack_require__(7896);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/patterns-input.js


/** What is to be purged, read and refused as a whole: `everything` stands alone, and nothing stands twice. */
function patterns(texts) {
    const texting = (0,input/* list */.p_)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        return "value" in parts ? readAll(parts.value) : parts;
    };
    return { ...texting, kind: "list of paths", parse };
}
/** Addresses that can be asked for: paths and what lies below a path, no tags. */
function addresses(texts) {
    const reading = patterns(texts);
    const parse = (raw) => {
        const read = reading.parse(raw);
        if (!("value" in read) || read.value.every(({ kind }) => kind === "path" || kind === "prefix"))
            return read;
        return { expected: "paths that can be asked for", write: '["/", "/results/*"]' };
    };
    return { ...reading, parse };
}
function readAll(texts) {
    const read = texts.map(cdns_pattern/* readPattern */.Z);
    const wrong = read.find((one) => "wrong" in one);
    if (wrong !== undefined && "wrong" in wrong) {
        return { expected: `paths that can be purged exactly (${wrong.wrong})`, write: `["${wrong.write}"]` };
    }
    const found = read.flatMap((one) => ("wrong" in one ? [] : [one]));
    if (found.length === 0)
        return { expected: "at least one path", write: '["/", "/index.html"]' };
    if (found.length > 1 && found.some(({ kind }) => kind === "everything")) {
        return { expected: "everything alone, or paths without it", write: "[everything]" };
    }
    const known = new Map(found.map((pattern) => [(0,cdns_pattern/* patternText */.U)(pattern), pattern]));
    return { value: [...known.values()] };
}

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/http/template.js
var http_template = __webpack_require__(46313);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/requests-input.js


/** How caches of one's own are told, a request for each kind of pattern. */
function requests(texts) {
    const texting = (0,input_map/* record */.g1)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        return "value" in parts ? requests_input_readAll(parts.value) : parts;
    };
    return { ...texting, kind: "mapping of requests", parse };
}
function requests_input_readAll(given) {
    const read = {};
    for (const [name, text] of Object.entries(given)) {
        const kind = http_template/* templateKinds */.wk.find((one) => one === name);
        if (kind === undefined)
            return { expected: `requests for ${http_template/* templateKinds */.wk.join(", ")}, not ${name}`, write: write("path") };
        const template = (0,http_template/* readTemplate */.xV)(kind, text);
        if ("wrong" in template)
            return {
                expected: `a request that purges exactly its ${kind} (${template.wrong})`,
                write: write(kind),
            };
        read[kind] = template;
    }
    return { value: read };
}
function write(kind) {
    return `{ ${kind}: "${http_template/* examples */.K1[kind]}" }`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/cdn/inputs.js







/** What `plan`, `purge-cdn` and `rollback` need to know of the CDN in front of a target's web app. */
const cdnInputs = {
    cdn: (0,input/* oneOf */.yL)(names/* cdnNames */.m, {
        description: "The CDN in front of the web app; `none` where there is none, and it must be said.",
    }),
    origins: (0,origins/* origins */.kt)({
        description: "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
    }),
    "host-origins": origins/* hostOrigins */.Ug,
    zone: (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "What is purged at the CDN, by its id: Cloudflare's zone, Fastly's service, CloudFront's distribution, Vercel's project, Netlify's site.",
    })),
    "cdn-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({
        description: "Token for the CDN (Cloudflare: Zone → Cache Purge → Purge). CloudFront takes `<access key id>:<secret access key>`, or what aws-actions/configure-aws-credentials left in the environment. `plan` needs none.",
    })),
    "host-team": shared_inputs/* hostTeam */.e,
    "cdn-api-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({ description: "Base URL of the CDN's API, where it is not the vendor's own." })),
    paths: (0,input/* optional */.lq)(patterns({
        description: "What is purged: `/path`, `/prefix/*` (covers `/prefix`, `/prefix/`, `/prefix?…` and below), `tag:x`, `host:x`; or `everything`, alone.",
    })),
    routes: (0,input/* optional */.lq)(addresses({
        description: "Addresses that must serve the release through the CDN, in the language of `paths`. Without them those that `paths` mean; of tags alone nobody knows the addresses, and `/` is asked.",
    })),
    invalidate: (0,input/* flag */.Jt)({
        description: "Ask the origin whether a copy is still good instead of forgetting it (soft purge). A rollback always purges hard.",
        default: "false",
    }),
    "purge-nodes": nodes({
        description: "cdn `http`: every node of the cache, by its own address (`http://10.0.0.1:6081`); each is told by itself, and asked for every route. Empty: the origins are the nodes.",
        default: "",
    }),
    "purge-requests": requests({
        description: "cdn `http`: how a node is told, a request for each kind of pattern (`path`, `prefix`, `tag`, `host`, `everything`): method and path, then headers a line each (or after `⏎`), an empty line and a body. `{path}`, `{prefix}`, `{regex}`, `{tag}`, `{host}`, `{origin}` and `{token}` are filled in. What has no request is not purged, and refused.",
        default: "{ path: PURGE {path} }",
    }),
    "purge-statuses": statuses({
        description: "cdn `http`: the statuses by which a node says that it has forgotten, or had nothing to forget.",
        default: "200, 202, 204, 404, 412",
    }),
    "purge-wait": (0,input/* duration */.p0)({
        description: "cdn `cloudfront`: how long to wait until every location has an invalidation; `0s` does not wait, and the routes alone prove it.",
        default: "0s",
    }),
    "purge-limit": (0,input/* integer */.nd)({
        description: "At most how often to purge, when an old page was cached again meanwhile.",
        default: "3",
        min: 1,
        max: 20,
    }),
    assets: shared_inputs/* assets */.m,
    "ignore-edges": (0,input/* list */.p_)({
        description: "CDNs that may answer on the origins although they are not declared, by name: the host's own edge, or one that keeps no pages.",
        default: "",
    }),
    "verify-timeout": (0,input/* duration */.p0)({
        description: "How long the CDN may take to serve the release on every route.",
        default: "2m",
    }),
    "poll-interval": (0,input/* duration */.p0)({ description: "Time between two looks.", default: "2s" }),
};


/***/ }),

/***/ 92983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ healthInputs),
/* harmony export */   dL: () => (/* binding */ healthInputsOf),
/* harmony export */   tX: () => (/* binding */ projectInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45984);
/* harmony import */ var _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90078);




/** What a phase is told about proving that the stack is healthy before it changes anything. */
const healthInputs = {
    "require-healthy": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
        description: "Whether the stack must be healthy before this phase changes anything: the project's services, every declared function, every origin. Switch it off for a release that mends an outage.",
        default: "true",
    }),
    "health-services": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "Services of the Supabase project that must be healthy.",
        default: "auth, db, rest",
    }),
};
/** For phases that know the project only to ask for its health. */
const projectInputs = {
    supabase: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Reference of the Supabase project, to ask for its health." })),
    "supabase-access-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Supabase access token, to ask for the project's health; reading is enough." })),
    "supabase-api-url": _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .supabaseInputs */ .iD["supabase-api-url"],
};
const functionProbes = {
    ...projectInputs,
    functions: _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l.functions,
    "functions-url": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["functions-url"],
    "functions-key": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["functions-key"],
    "health-request": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["health-request"],
};
/** A phase's own inputs, and from `rollout.yml` the functions and origins of the stack. */
function healthInputsOf(given, { section, sections }) {
    const probes = sections.includes("deploy-functions")
        ? section("deploy-functions", functionProbes)
        : undefined;
    const web = sections.includes("deploy-web")
        ? section("deploy-web", { origins: _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .webInputs */ .m.origins })
        : undefined;
    return {
        ...given,
        supabase: given.supabase ?? probes?.supabase,
        functions: given.functions ?? probes?.functions ?? [],
        functionsUrl: given.functionsUrl ?? probes?.functionsUrl,
        functionsKey: given.functionsKey ?? probes?.functionsKey,
        healthRequest: given.healthRequest ?? probes?.healthRequest ?? {},
        origins: web?.origins ?? [],
    };
}


/***/ }),

/***/ 22320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ observeInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js + 1 modules
var inputs = __webpack_require__(45984);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/check-inputs.js


/** What tries whether `observe` will find what it needs. */
const checkInputs = {
    check: (0,input/* flag */.Jt)({
        description: "Only tries what `observe` will need: asks each question once, and sends one request to a function to measure how long its entry takes to appear. Nothing else is written.",
        default: "false",
    }),
    "marker-function": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "The function that `check` calls; the first of `functions` if not given." })),
    "marker-body": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "What is posted to it, `{marker}` standing for the marker's name, where its own log is to be measured. Without it `check` sends OPTIONS, and looks for the request itself.",
    })),
    "functions-url": inputs/* functionsInputs */.l["functions-url"],
    "functions-key": inputs/* functionsInputs */.l["functions-key"],
};

;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/names.js
/** The places that this suite keeps saved queries in; `open-dashboards.ts` has one opener for each. */
const dashboardNames = ["supabase", "grafana", "files", "none"];

;// CONCATENATED MODULE: ./lib/kit/parts/observe/dashboard-inputs.js


/** Where the saved queries are kept, and what that place needs. */
const dashboardInputs = {
    dashboard: (0,input/* oneOf */.yL)(dashboardNames, {
        description: "Where `prepare` saves the queries: a Supabase notebook, a Grafana dashboard on which each release is drawn, SQL `files` with links in the run's artifact, or nowhere.",
        default: "supabase",
    }),
    "grafana-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({ description: "Address of Grafana, for `dashboard: grafana`." })),
    "grafana-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({
        description: "Token of a Grafana service account that may read and write dashboards and annotations.",
    })),
    "grafana-namespace": (0,input/* text */.Qq)({
        description: "Grafana's namespace: `default`, `org-<id>`, or `stacks-<id>` in Grafana Cloud.",
        default: "default",
    }),
    "grafana-folder": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Id of the folder in which a new dashboard is made; Grafana's root otherwise." })),
    "grafana-datasource": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Id of the Loki data source that gets the functions' logs (a log drain). Without it the dashboard shows the releases, and counts nothing.",
    })),
    "grafana-selector": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: 'Which streams of it hold these logs, in LogQL: `{source="function_logs"}`.' })),
};

// EXTERNAL MODULE: ./lib/kit/parts/observe/source-inputs.js + 1 modules
var source_inputs = __webpack_require__(68144);
// EXTERNAL MODULE: ./lib/kit/parts/observe/presets.js
var presets = __webpack_require__(91470);
// EXTERNAL MODULE: ./lib/kit/parts/observe/rate.js
var rate = __webpack_require__(95306);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/inputs.js








/** What is counted. */
const countedInputs = {
    events: (0,input_map/* recordOfLists */.Gh)({
        description: "Events that a release must log, each with the fields that every entry of it must have; one JSON object an entry.",
        default: "{}",
    }),
    failures: (0,input/* list */.p_)({
        description: "Events that mean that their attempt has failed. Their rate decides.",
        default: "",
    }),
    "attempt-key": (0,input/* list */.p_)({
        description: "The fields that tell attempts apart: retries of one attempt count once, and so does its failure.",
        default: "session_id",
    }),
    "event-field": (0,input/* text */.Qq)({ description: "The field that holds an entry's event.", default: "event" }),
    "synthetic-field": (0,input/* text */.Qq)({
        description: "The field that is `true` in entries that no real user caused: these are counted apart and decide nothing.",
        default: "synthetic",
    }),
    functions: (0,input/* optional */.lq)((0,input/* list */.p_)({
        description: "The functions whose logs are counted. Without it those of `deploy-functions`, else all of the project.",
    })),
    since: (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "When the release went live, as ISO 8601 with Z. Without it the record knows, else the newest activation of the functions. A re-run counts on from there.",
    })),
};
/** When it is looked. */
const timeInputs = {
    lag: (0,input/* duration */.p0)({
        description: "How long entries may take to arrive: newer ones are not counted yet.",
        default: "90s",
    }),
    "poll-interval": (0,input/* duration */.p0)({
        description: "Time between two looks. Supabase takes 30 log queries a minute.",
        default: "30s",
    }),
    window: (0,input/* duration */.p0)({
        description: "How long this job waits for a verdict. `0s` looks once: for a run on a schedule that counts on.",
        default: "30m",
    }),
    "error-budget": (0,input/* integer */.nd)({
        description: "How many looks in a row may fail before the verdict is error. A failing log source is never a failing release.",
        default: "4",
        min: 1,
    }),
};
/** What the time before the release is asked for. */
const baselineInputs = {
    baseline: (0,input/* duration */.p0)({
        description: "How long before the release its failure rate is looked up: a rate up to 5 % that was seen then is tolerable now, and the plan foretells from its traffic how long a verdict takes. `0s` does neither.",
        default: "7d",
    }),
    "unhealthy-baseline": (0,input/* oneOf */.yL)(["stop", "warn"], {
        description: "What more than 5 % failures before the release do: `stop` the plan, since nobody could tell the release from what was before; `warn` is for a release that mends an outage.",
        default: "stop",
    }),
};
/** How fast attempts must be. */
const latencyInputs = {
    "latency-limit": (0,input/* optional */.lq)((0,input/* duration */.p0)({
        description: "How long an attempt may take; without it nobody looks at that. Attempts that took longer are counted in the query and judged by the same test as failures: a share of 1 minus `latency-quantile` is fine, five times as many are not.",
    })),
    "latency-field": (0,input/* text */.Qq)({
        description: "The field in which an entry says how many milliseconds its attempt took; the slowest entry of an attempt counts.",
        default: "duration_ms",
    }),
    "latency-quantile": (0,rate/* rate */.TS)({
        description: "How many of the attempts must keep to `latency-limit`.",
        default: "95%",
    }),
};
/** What is decided. */
const verdictInputs = {
    preset: (0,input/* oneOf */.yL)(presets/* presetNames */.g, {
        description: "The two rates, where they are not given: `strict` 0.5% and 5% (65 clean attempts pass), `default` 1% and 10% (32), `coarse` 1% and 20% (15).",
        default: "default",
    }),
    "tolerable-rate": (0,input/* optional */.lq)((0,rate/* rate */.TS)({ description: "The failure rate that is still fine; else as `preset` says.", default: "1%" })),
    "unacceptable-rate": (0,input/* optional */.lq)((0,rate/* rate */.TS)({ description: "The failure rate that is not; else as `preset` says.", default: "10%" })),
    "tolerable-per-hour": (0,input/* optional */.lq)((0,rate/* perHour */._V)({
        description: "Failures an hour that are still fine (`2/h`, `3/d`). With it failures are judged by time instead of by attempt: for failures that are logged where nothing tells how many attempts there were.",
    })),
    "unacceptable-per-hour": (0,input/* optional */.lq)((0,rate/* perHour */._V)({ description: "Failures an hour that are not; ten times `tolerable-per-hour` if not given." })),
    "on-silence": (0,input/* oneOf */.yL)(["watch", "fail"], {
        description: "What it comes to when a required event is not logged at all, for longer than its rate before the release explains: `watch` leaves the verdict open and says so.",
        default: "watch",
    }),
    "false-fail": (0,rate/* rate */.TS)({
        description: "How often, at most, a release with a tolerable rate may be failed: shared among the checks that can fail one (failures, latency, silence).",
        default: "1%",
    }),
    "false-pass": (0,rate/* rate */.TS)({
        description: "How often, at most, a release with an unacceptable rate may be passed.",
        default: "5%",
    }),
    "min-events": (0,input/* integer */.nd)({
        description: "How many attempts must have logged each required event before observe passes.",
        default: "1",
        min: 1,
    }),
    "on-inconclusive": (0,input/* oneOf */.yL)(["watch", "pass", "fail"], {
        description: "What too few attempts for a verdict come to: `watch` leaves the release live with its verdict open.",
        default: "watch",
    }),
};
/** The inputs of `observe`. */
const observeInputs = {
    ...shared_inputs/* supabaseInputs */.iD,
    "supabase-access-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({
        description: "Supabase access token that may read logs and functions; with `prepare`, read and write notebooks.",
    })),
    "supabase-dashboard-url": (0,input/* text */.Qq)({
        description: "Base URL of Supabase's dashboard, for links.",
        default: "https://supabase.com/dashboard",
    }),
    prepare: (0,input/* flag */.Jt)({
        description: "Only saves the queries as a dashboard and gives its link, before anything changes. Its failure is a warning.",
        default: "false",
    }),
    ...checkInputs,
    ...dashboardInputs,
    ...source_inputs/* sourceInputs */.Z,
    ...countedInputs,
    ...timeInputs,
    ...baselineInputs,
    ...latencyInputs,
    ...verdictInputs,
};


/***/ }),

/***/ 91470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ presetNames),
/* harmony export */   v: () => (/* binding */ presets)
/* harmony export */ });
const presetNames = ["strict", "default", "coarse"];
/** What is fine and what is not, in parts per million: the closer the two, the more attempts tell them apart. */
const presets = {
    strict: { tolerable: 5_000, unacceptable: 50_000 },
    default: { tolerable: 10_000, unacceptable: 100_000 },
    coarse: { tolerable: 10_000, unacceptable: 200_000 },
};


/***/ }),

/***/ 95306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ef: () => (/* binding */ WHOLE),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   TS: () => (/* binding */ rate),
/* harmony export */   _V: () => (/* binding */ perHour)
/* harmony export */ });
/** A million parts: rates are whole numbers of them, so that no format and no comparison needs a float. */
const WHOLE = 1_000_000;
/** A rate as a person writes it (`1%`, `0.5%`), in parts per million: more than 0, less than a whole. */
function rate(texts) {
    const { description, default: fallback } = texts;
    return {
        description,
        fallback,
        required: false,
        secret: false,
        kind: "rate",
        schema: { type: "string", pattern: "^\\d{1,2}(\\.\\d{1,4})?%$" },
        parse: (raw) => {
            const found = /^(\d{1,2})(?:\.(\d{1,4}))?%$/.exec(writtenIn(raw));
            const value = found === null ? 0 : Number(found[1]) * 10_000 + Number((found[2] ?? "").padEnd(4, "0"));
            return value > 0 ? { value } : { expected: "a rate between 0% and 100%", write: fallback };
        },
    };
}
/** YAML has no other value with such signs; a list of one is none of them. */
function writtenIn(raw) {
    return typeof raw === "string" ? raw.trim() : "";
}
/** `10000` → `1%`. */
function percent(parts) {
    const whole = Math.floor(parts / 10_000);
    const rest = String(parts % 10_000)
        .padStart(4, "0")
        .replace(/0+$/, "");
    return `${whole}${rest === "" ? "" : `.${rest}`}%`;
}
/** How often an hour, as a person writes it (`2/h`, `0.5/h`, `3/d`): more than 0. */
function perHour(texts) {
    return {
        description: texts.description,
        required: true,
        secret: false,
        kind: "count an hour",
        schema: { type: "string", pattern: "^\\d{1,6}(\\.\\d{1,3})?/[hd]$" },
        parse: (raw) => {
            const found = /^(\d{1,6}(?:\.\d{1,3})?)\/([hd])$/.exec(writtenIn(raw));
            const value = found === null ? 0 : Number(found[1]) / (found[2] === "d" ? 24 : 1);
            return value > 0 ? { value } : { expected: "a count above 0 an hour or a day", write: "2/h" };
        },
    };
}


/***/ }),

/***/ 68144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ logToken),
  Z: () => (/* binding */ sourceInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
;// CONCATENATED MODULE: ./lib/kit/providers/logs/names.js
/** The log sources that this suite knows; `sources.ts` has one opener for each. */
const sourceNames = ["supabase", "prometheus", "loki", "sentry", "http"];

;// CONCATENATED MODULE: ./lib/kit/parts/observe/source-inputs.js



/** The token of the source, which whoever asks it has; it is never in rollout.yml. */
const logToken = (0,input/* optional */.lq)((0,input/* secret */.rJ)({
    description: "Token of the source, where it is not Supabase: sent as a bearer, or as user and password where it is `user:password`.",
}));
/** Where it is counted, if not in Supabase's logs. */
const sourceInputs = {
    "log-source": (0,input/* oneOf */.yL)(sourceNames, {
        description: "What counts. Each source says what it cannot: [docs/sources.md](../../docs/sources.md) has the table.",
        default: "supabase",
    }),
    "log-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({
        description: "Base URL of Prometheus, Loki or Sentry (`https://sentry.io` if not given); of `http` the whole address, with placeholders.",
    })),
    "log-token": logToken,
    "log-queries": (0,input_map/* record */.g1)({
        description: "What counts, by name: `attempts`, and each of `events` and `failures` (with `latency-limit` also `timed` and `slow`). For `prometheus` a counter with its labels, or PromQL; for `http` where the number stands in the answer (`data.total`). Placeholders: `{from}`, `{until}` (ISO), `{from-seconds}`, `{until-seconds}`, `{seconds}`, `{commit}`, `{release}`, `{target}`.",
        default: "",
    }),
    "log-selector": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: 'The streams that `loki` counts in, with filters if need be: `{app="functions"}`.',
    })),
    "log-project": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "`sentry`: `<organization>/<numeric id of the project>`; `loki`: the tenant, where it has some.",
    })),
    "log-environment": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "The environment that `sentry` counts; all of them if not given." })),
    "log-release": (0,input/* text */.Qq)({
        description: "What `sentry` knows the release as.",
        default: "{commit}",
    }),
    "log-failed-sessions": (0,input/* list */.p_)({
        description: "The statuses of `sentry`'s sessions that count as failed: crashed, unhandled, abnormal, errored.",
        default: "crashed, unhandled",
    }),
    "log-timeout": (0,input/* duration */.p0)({
        description: "How long the source may take for one answer.",
        default: "30s",
    }),
};


/***/ }),

/***/ 81766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OJ: () => (/* binding */ prebuiltFolder),
/* harmony export */   SI: () => (/* binding */ sourceNames),
/* harmony export */   h8: () => (/* binding */ servedBelow),
/* harmony export */   zo: () => (/* binding */ servedFiles)
/* harmony export */ });
/** Where a site comes from; see `build`'s input `source`. */
const sourceNames = ["dist", "prebuilt", "existing"];
/** Below this folder of a `prebuilt` artifact lies what is served as it is. */
const prebuiltFolder = ".vercel/output";
const served = `${prebuiltFolder}/static/`;
/** Where in an artifact the files lie that are served under their own paths. */
function servedBelow(source) {
    return source === "prebuilt" ? served : "";
}
/** The files that are served as they are, under the paths at which they are served. */
function servedFiles(source, files) {
    const below = servedBelow(source);
    if (below === "")
        return files;
    const inside = files.filter(({ path }) => path.startsWith(below));
    return inside.map((file) => ({ ...file, path: file.path.slice(below.length) }));
}


/***/ }),

/***/ 46313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ addressRegex),
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   K1: () => (/* binding */ examples),
/* harmony export */   W2: () => (/* binding */ prefixRegex),
/* harmony export */   wk: () => (/* binding */ templateKinds),
/* harmony export */   xV: () => (/* binding */ readTemplate)
/* harmony export */ });
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39678);

/** What may stand between braces, by kind; `{token}` is `cdn-token`, in headers and body only. */
const placeholders = {
    path: ["path", "regex", "host", "origin", "token"],
    prefix: ["prefix", "regex", "host", "origin", "token"],
    tag: ["tag", "host", "origin", "token"],
    host: ["host", "token"],
    everything: ["host", "origin", "token"],
};
const templateKinds = Object.keys(placeholders);
/** Where the example can be meant literally: Varnish as its own documentation sets it up. */
const examples = {
    path: "PURGE {path}",
    prefix: "BAN / ⏎ X-Ban-Host: {host} ⏎ X-Ban-Url: {regex}",
    tag: "PURGE / ⏎ xkey: {tag}",
    host: "BAN / ⏎ X-Ban-Host: {host}",
    everything: "BAN / ⏎ X-Ban-Url: .",
};
/** Either the template or what is wrong with it. Lines end where the text breaks, or at `⏎`. */
function readTemplate(kind, text) {
    const [head = "", ...rest] = text
        .trim()
        .split(/\r?\n|⏎/)
        .map((line) => line.trim());
    const [, method, target] = /^([A-Z][A-Z-]*) ([/{]\S*)$/.exec(head) ?? [];
    if (method === undefined || target === undefined)
        return { wrong: `its first line is no method and path ("${head.slice(0, 60)}")` };
    const end = rest.indexOf("");
    const lines = end === -1 ? rest : rest.slice(0, end);
    const headers = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line));
    const bad = lines[headers.indexOf(null)];
    if (bad !== undefined)
        return { wrong: `"${bad.slice(0, 60)}" is no header` };
    const wrong = misused(kind, text, target);
    if (wrong !== undefined)
        return { wrong };
    return {
        method,
        target,
        headers: headers.map((found) => [found?.[1] ?? "", found?.[2] ?? ""]),
        body: end === -1 ? undefined : rest.slice(end + 1).join("\n"),
    };
}
/** A template that names less than its pattern would purge more, and one with a token in its path would tell it. */
function misused(kind, text, target) {
    const known = placeholders[kind];
    const used = [...text.matchAll(/\{([a-z-]+)\}/g)].map(([, name = ""]) => name);
    const unknown = used.find((name) => !known.includes(name));
    if (unknown !== undefined)
        return `{${unknown}} is none of ${known.map((name) => `{${name}}`).join(", ")}`;
    if (!/^(?:\/|\{path\}|\{prefix\})/.test(target))
        return `"${target.slice(0, 60)}" is no path`;
    if (target.includes("{token}"))
        return "a {token} in the path would stand in every log";
    if (kind === "path" && !used.includes("path") && !used.includes("regex"))
        return "it names no {path} or {regex}";
    if (kind === "prefix" && !used.includes("regex"))
        return "it names no {regex}: a {prefix} alone would miss its queries, or take what only begins like it";
    if (kind === "tag" && !used.includes("tag"))
        return "it names no {tag}";
    return undefined;
}
/** The text with every placeholder filled in; what is not known stays empty. */
function fill(text, values) {
    return text.replace(/\{([a-z-]+)\}/g, (_, name) => (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_0__/* .heldIn */ .$)(values, name) ?? "");
}
/** An expression over path and query that means exactly this address. */
function addressRegex(path) {
    return `^${literal(path)}$`;
}
/** One that means `/x`, `/x/`, `/x?…` and everything below. */
function prefixRegex(base) {
    return base === "/" ? "^/" : `^${literal(base)}([/?].*)?$`;
}
/** Each special letter in brackets: a backslash would be read again by whatever lies between. Three fit in none. */
function literal(text) {
    return text.replace(/[.*+?$()|{}[\]\\^]/g, (letter) => "^]\\".includes(letter) ? `\\${letter}` : `[${letter}]`);
}


/***/ }),

/***/ 35354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ cdnNames)
/* harmony export */ });
/** The CDNs that this suite knows; `cdns.ts` has one opener for each. `none` is said, never assumed. */
const cdnNames = ["cloudflare", "fastly", "cloudfront", "vercel", "netlify", "http", "none"];


/***/ }),

/***/ 7896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ patternText),
/* harmony export */   Z: () => (/* binding */ readPattern)
/* harmony export */ });
/**
 * Reads one pattern: `/path`, `/prefix/*`, `tag:x`, `host:app.example.com` or `everything`. Whatever could only
 * be purged by purging more than was written is refused here.
 */
function readPattern(text) {
    const read = readOne(text.trim());
    return "wrong" in read ? { ...read, write: readable(read.write) } : read;
}
/** What is advised must itself be right. */
function readable(advice) {
    for (let tries = 0, next = advice; tries < 4; tries += 1) {
        const read = readOne(next);
        if (!("wrong" in read))
            return next;
        next = read.write;
    }
    return "/index.html";
}
function readOne(written) {
    if (written === "everything")
        return { kind: "everything" };
    if (written.startsWith("tag:"))
        return readTag(written.slice("tag:".length));
    if (written.startsWith("host:"))
        return readHost(written.slice("host:".length));
    if (!written.startsWith("/")) {
        const write = `/${written.replace(/^[a-z]+:\/\/[^/]*\/?/i, "")}`;
        return { wrong: `"${written}" does not begin with /`, write };
    }
    return readPath(written);
}
/** As a person wrote it. */
function patternText(pattern) {
    if (pattern.kind === "everything")
        return "everything";
    if (pattern.kind === "path")
        return pattern.value;
    if (pattern.kind === "prefix")
        return pattern.value === "/" ? "/*" : `${pattern.value}/*`;
    return `${pattern.kind}:${pattern.value}`;
}
function readPath(written) {
    const isPrefix = written.endsWith("/*");
    const bare = isPrefix ? written.slice(0, -2) || "/" : written;
    const before = bare.slice(0, bare.indexOf("*")).replace(/\/+$/, "");
    if (bare.includes("*")) {
        const wrong = `"${written}" has a * that is not a last segment of its own; no CDN purges just that`;
        return { wrong, write: `${before}/*` };
    }
    if (isPrefix && /[?#]/.test(bare)) {
        return { wrong: `"${written}" has a query before its /*`, write: `${bare.replace(/[?#].*$/, "")}/*` };
    }
    const asked = asAsked(bare);
    if (asked === undefined)
        return { wrong: `"${written}" is no path`, write: "/index.html" };
    if (asked !== bare) {
        const wrong = `"${written}" is not how a browser asks for it`;
        return { wrong, write: isPrefix ? `${asked.replace(/\/$/, "")}/*` : asked };
    }
    if (isPrefix && written !== "/*" && (bare === "/" || bare.endsWith("/"))) {
        return { wrong: `"${written}" has an empty segment`, write: `${bare.replace(/\/+$/, "")}/*` };
    }
    return { kind: isPrefix ? "prefix" : "path", value: bare };
}
/** The path and query as they stand in a request, or undefined when it is none of this origin. */
function asAsked(path) {
    if (path.startsWith("//") || !URL.canParse(path, "http://a.invalid"))
        return undefined;
    const url = new URL(path, "http://a.invalid");
    return url.pathname + url.search;
}
function readTag(tag) {
    const fits = /^[!-+\--~]{1,1024}$/.test(tag);
    if (fits)
        return { kind: "tag", value: tag };
    return { wrong: `"tag:${tag}" is not printable ASCII without blanks and commas`, write: "tag:app-shell" };
}
function readHost(host) {
    const fits = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/.test(host);
    if (fits)
        return { kind: "host", value: host };
    const bare = /^(?:[a-z]+:\/\/)?([a-z0-9.-]+)/i.exec(host)?.[1]?.toLowerCase();
    const write = `host:${bare ?? "app.example.com"}`;
    return { wrong: `"host:${host}" is not a host name`, write };
}


/***/ }),

/***/ 70846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ cdnPermissions)
/* harmony export */ });
const why = "purging what the release changed";
/** What the CDN's token must be allowed, by CDN. */
const cdnPermissions = [
    ["Cloudflare", "Zone → Cache Purge → Purge", "`cdn: cloudflare`"],
    ["Fastly", "purge_select", "`cdn: fastly`"],
    ["Fastly", "purge_all", "`cdn: fastly`, and `everything` is purged"],
    ["CloudFront", "cloudfront:CreateInvalidation", "`cdn: cloudfront`"],
    ["CloudFront", "cloudfront:GetInvalidation", "`cdn: cloudfront`, and `purge-wait` waits"],
    ["Vercel", "write the project", "`cdn: vercel`"],
    ["Netlify", "write the site", "`cdn: netlify`"],
].map(([service, name, when]) => ({ service, name, why, when, without: "fails" }));


/***/ }),

/***/ 55921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ hostPermissions)
/* harmony export */ });
/** What a host's token must be allowed. None of them knows a right that is smaller than a project's. */
function hostPermissions(wanted, why) {
    const reads = wanted === "read";
    return [
        {
            service: "Vercel",
            name: reads ? "read the project" : "write the project",
            why,
            when: "`host: vercel`",
            without: "fails",
        },
        {
            service: "Netlify",
            name: reads ? "read the site" : "write the site",
            why: `${why}; a personal access token may all that its person may`,
            when: "`host: netlify`",
            without: "fails",
        },
    ];
}


/***/ }),

/***/ 19869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ acceptInput)
/* harmony export */ });
/* unused harmony export weaknesses */
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** What may be weak on purpose, and what it is about. */
const weaknesses = {
    "self-review": "who started a release may approve it",
    "admin-bypass": "an admin may let a job through a gate",
    "any-branch": "a gate's environment admits any branch",
    "shared-environment": "one approval passes several gates",
    "waiting-rollback": "the rollback waits for a person or a timer",
    "waiting-checks": "phases without a gate wait for a person or a timer",
    "open-secrets": "secrets of rollback or plan can be reached from any branch",
};
const words = Object.keys(weaknesses);
/** The input `accept`: weaknesses of environments that a team has chosen. */
const acceptInput = {
    description: `Weaknesses of environments that are meant, of: ${words.join(", ")}. Any other stops the release.`,
    required: false,
    secret: false,
    fallback: "",
    kind: "list",
    parse,
    schema: { type: ["array", "string"], items: { enum: [...words] } },
};
function parse(raw) {
    const given = typeof raw === "string" ? (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .splitList */ .ry)(raw) : Array.isArray(raw) && raw.every(_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn) ? raw : undefined;
    const known = given?.map((one) => words.find((word) => word === one));
    if (known && !known.includes(undefined))
        return { value: known.filter((word) => word !== undefined) };
    return { expected: `a list of ${words.join(", ")}`, write: "[self-review]" };
}


/***/ }),

/***/ 72967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hV: () => (/* binding */ makeInputsOf),
/* harmony export */   oi: () => (/* binding */ ownInputs)
/* harmony export */ });
/* unused harmony export makeInputs */
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _gates_gates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13661);
/* harmony import */ var _gates_release_refs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6503);
/* harmony import */ var _accept_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19869);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43873);





/** What only the making of environments is told. */
const ownInputs = {
    reviewers: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "Who may approve at the gates: logins, and teams as `org/team`; GitHub takes six. Empty keeps those that are there.",
        default: "",
    }),
    "wait-timer": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({ description: "Minutes of the gates that are declared as wait-timer.", min: 1, max: 43_200 })),
    ..._names_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentInputs */ .rg,
};
/** What `plan` is told as well: it audits what is made here. */
const planInputs = {
    gates: (0,_gates_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .gatesInput */ .RC)("What must pause the chain before a phase; compared with what GitHub has."),
    accept: _accept_js__WEBPACK_IMPORTED_MODULE_3__/* .acceptInput */ .H,
    "release-refs": _gates_release_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseRefsInput */ .a,
    ..._names_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentInputs */ .rg,
};
const makeInputs = { ...ownInputs, ...planInputs };
/** The declaration as `plan` reads it, and what is told here besides. */
function makeInputsOf(own, section) {
    const planned = section("plan", planInputs);
    const given = Object.entries(own).filter(([, value]) => value !== undefined);
    return { ...own, ...planned, ...Object.fromEntries(given) };
}


/***/ }),

/***/ 43873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ roles),
/* harmony export */   QM: () => (/* binding */ gateEnvironmentInputs),
/* harmony export */   iF: () => (/* binding */ environmentNames),
/* harmony export */   p4: () => (/* binding */ wrongName),
/* harmony export */   rg: () => (/* binding */ environmentInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94128);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96848);



/** What an environment of a target is there for. */
const roles = [
    ..._phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY,
    "purge-cdn",
    "smoke",
    "observe",
    "rollback",
    "ungated",
    "plan",
];
const gates = (phase) => `The environment that gates ${phase}. Default: <target>-${phase}.`;
const keeps = (phase) => `The environment that keeps the secrets of ${phase}. Default: <target>-${phase}.`;
const named = (description) => (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description }));
/** The inputs that name the environments of the gates. */
const gateEnvironmentInputs = {
    "migrate-environment": named(gates("migrate")),
    "deploy-functions-environment": named(gates("deploy-functions")),
    "deploy-web-environment": named(gates("deploy-web")),
};
/** The inputs that name all environments of a target. */
const environmentInputs = {
    ...gateEnvironmentInputs,
    "purge-cdn-environment": named(keeps("purge-cdn")),
    "smoke-environment": named(keeps("smoke")),
    "observe-environment": named(keeps("observe")),
    "rollback-environment": named(keeps("rollback")),
    "ungated-environment": named("The environment without rules, for a phase that has nothing to do. Default: <target>-ungated."),
    "plan-environment": named("The environment that keeps the secrets of plan, where its job names one."),
};
/** The names as they were given, or by default `<target>-<role>`. */
function environmentNames(target, given) {
    const name = (role, own) => own ?? (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentOf */ .p7)(target, role);
    return {
        migrate: name("migrate", given.migrateEnvironment),
        "deploy-functions": name("deploy-functions", given.deployFunctionsEnvironment),
        "deploy-web": name("deploy-web", given.deployWebEnvironment),
        "purge-cdn": name("purge-cdn", given.purgeCdnEnvironment),
        smoke: name("smoke", given.smokeEnvironment),
        observe: name("observe", given.observeEnvironment),
        rollback: name("rollback", given.rollbackEnvironment),
        ungated: name("ungated", given.ungatedEnvironment),
        plan: given.planEnvironment,
    };
}
/** Why GitHub takes no environment of this name; undefined where it does. */
function wrongName(name) {
    if (name.trim() === "")
        return "an empty name";
    if (name.length > 255)
        return `a name of ${name.length} characters (GitHub takes 255)`;
    return /\p{Cc}/u.test(name) ? "a name with a control character" : undefined;
}


/***/ }),

/***/ 13661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ stricterGate),
/* harmony export */   De: () => (/* binding */ approversInput),
/* harmony export */   RC: () => (/* binding */ gatesInput),
/* harmony export */   ll: () => (/* binding */ gateInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59148);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96848);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9169);




const strictness = ["none", "wait-timer", "reviewers"];
/** Of two rules the one that holds more back. */
function stricterGate(one = "none", other = "none") {
    return strictness.indexOf(one) > strictness.indexOf(other) ? one : other;
}
/** Who may let a slice pass a gate where GitHub has no reviewers to offer. */
const approversInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
    description: "Logins who may start a slice behind a declared gate, where the repository cannot have reviewers: their start is the approval. Nobody lets pass what they began themselves.",
    default: "",
});
/** What a gated phase is told of its gate. */
const gateInputs = {
    approvers: approversInput,
    gates: gatesInput("What the environments of the phases must have, as declared for the target."),
    "allow-bypass": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
        description: "Whether a gate that an admin has bypassed lets its phase begin, with a warning. Otherwise a phase refuses that nobody has approved.",
        default: "false",
    }),
};
/** The input `gates`: `none`, or the rule that each gated phase's environment must have. */
function gatesInput(description) {
    return {
        description,
        required: false,
        secret: false,
        fallback: "none",
        kind: "`none` or rule by phase",
        parse,
        schema: {
            anyOf: [
                { const: "none" },
                { type: "string", pattern: "^\\s*$|:|^\\s*\\{" },
                {
                    type: "object",
                    additionalProperties: false,
                    properties: Object.fromEntries(_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .gatedPhases */ .oY.map((phase) => [phase, { enum: ["reviewers", "wait-timer", "none"] }])),
                },
            ],
        },
    };
}
function parse(raw) {
    if (raw === "none")
        return { value: {} };
    const refused = {
        expected: "none, or reviewers / wait-timer / none by phase",
        write: "{ migrate: reviewers }",
    };
    const map = typeof raw === "string" ? (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapFromText */ .oW)(raw) : raw;
    if (!(0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(map))
        return refused;
    const fits = Object.entries(map).every(([phase, rule]) => _phases_js__WEBPACK_IMPORTED_MODULE_2__/* .gatedPhases */ .oY.includes(phase) &&
        ["reviewers", "wait-timer", "none"].some((known) => known === rule));
    return fits ? { value: map } : refused;
}


/***/ }),

/***/ 6503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ releaseRefsInput)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** Where releases come from; the environments admit no other ref. */
const releaseRefsInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
    description: "Where releases come from: branches by name, tags and others as `refs/tags/v*` (`*` stays within one segment, `**` does not). Empty is the default branch.",
    default: "",
});


/***/ }),

/***/ 94128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   gj: () => (/* binding */ isSameEnvironment),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/** `<target>-<yyyymmdd>-<sha12>-<run_id>`; a re-run keeps it, the attempt is a field of the receipts. */
function releaseId(target, now, sha, runId) {
    const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
    return `${target || "default"}-${day}-${sha.slice(0, 12) || "000000000000"}-${runId}`;
}
/** The default name of the environment that gates a phase. */
function environmentOf(target, phase) {
    return `${target}-${phase}`;
}
/** GitHub does not tell environments by capital letters, and gives a name back as whoever made it wrote it. */
function isSameEnvironment(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}


/***/ }),

/***/ 15044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   specs: () => (/* binding */ specs)
/* harmony export */ });
/* harmony import */ var _actions_build_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85341);
/* harmony import */ var _actions_deploy_functions_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42580);
/* harmony import */ var _actions_deploy_web_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13081);
/* harmony import */ var _actions_environments_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25343);
/* harmony import */ var _actions_migrate_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65750);
/* harmony import */ var _actions_observe_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43697);
/* harmony import */ var _actions_plan_spec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22634);
/* harmony import */ var _actions_purge_cdn_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78854);
/* harmony import */ var _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86081);
/* harmony import */ var _actions_smoke_spec_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48914);










/** The declarations of all actions, in the order of the chain, then what stands beside it: what rollout.yml is checked against. */
const specs = [
    _actions_build_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .spec */ .I,
    _actions_plan_spec_js__WEBPACK_IMPORTED_MODULE_6__/* .spec */ .I,
    _actions_migrate_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .spec */ .I,
    _actions_deploy_functions_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I,
    _actions_deploy_web_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I,
    _actions_purge_cdn_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .spec */ .I,
    _actions_smoke_spec_js__WEBPACK_IMPORTED_MODULE_9__/* .spec */ .I,
    _actions_observe_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .spec */ .I,
    _actions_rollback_spec_js__WEBPACK_IMPORTED_MODULE_8__/* .spec */ .I,
    _actions_environments_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .spec */ .I,
];


/***/ })

};
