export const id = 738;
export const ids = [738];
export const modules = {

/***/ 78300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ sourceApi),
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   Si: () => (/* binding */ every)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_json_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14232);
/* harmony import */ var _ports_wait_from_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67039);



/** What will not mend itself while one waits: a refused token, an unknown name, a query that is wrong. */
const lasting = ["PR302", "PR303", "PR304"];
function sourceApi(world, asked) {
    const { name, url: baseUrl, token, headers = {}, timeout, tokenHint } = asked;
    const own = token === undefined ? {} : { authorization: authorization(token) };
    return (0,_ports_json_api_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonApi */ .Z)(world, { name, baseUrl, headers: { ...headers, ...own }, tokenHint, timeout, attempts: 1 });
}
/** Grafana Cloud and whoever has basic authentication in front take user and password. */
function authorization(token) {
    return token.includes(":") ? `Basic ${Buffer.from(token).toString("base64")}` : `Bearer ${token}`;
}
/** One question. `read` gives undefined for what the API does not say, or the error that stands in a 200; any failure is a result. */
async function look(world, api, { path, call }, read) {
    try {
        const { status, headers, json } = await api("GET", path, { ...call, accept: [200, 429] });
        if (status === 429) {
            const wait = (0,_ports_wait_from_js__WEBPACK_IMPORTED_MODULE_2__/* .waitFrom */ .E)(headers, world.clock.now());
            return { error: tooOften(path), wait, final: false };
        }
        const value = read(json);
        if (value === undefined)
            return { error: strange(path, json), wait: 0, final: false };
        return value instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? { error: value, wait: 0, final: false } : { value };
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw error;
        return { error, wait: 0, final: lasting.includes(error.code) };
    }
}
/** All answers, or the first failure: half of the counts are none. */
function every(looks) {
    const values = [];
    for (const one of looks) {
        if (!("value" in one))
            return one;
        values.push(one.value);
    }
    return { value: values };
}
function strange(path, json) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR306", `GET ${path} answered something that is no count: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`, "Check `log-url` and `log-queries`; nothing was counted.");
}
function tooOften(path) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR307", `GET ${path} answered 429: too many queries.`, "Raise `poll-interval` to what the source allows.");
}


/***/ }),

/***/ 79738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openSentry: () => (/* binding */ openSentry)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78300);
/* harmony import */ var _placeholders_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14475);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62370);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4834);
/* harmony import */ var _ports_encoded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84905);






const tokenHint = "Pass a Sentry token with the scopes org:read and project:read as `log-token`.";
/** @throws {UserError} PR104 without a token: Sentry shows nothing to strangers. */
function tokenOf({ logToken }) {
    if (logToken !== undefined)
        return logToken;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR104", "log-source sentry needs `log-token`, but it is empty.", tokenHint);
}
/**
 * Sessions that Sentry has of a release: those that crashed, of all. Its sessions are kept by the hour, so that a release
 * is told apart by its name and not by the minute.
 */
function openSentry({ inputs, byHour }, world, counted) {
    const { logUrl: url = "https://sentry.io", logTimeout: timeout } = inputs;
    const token = tokenOf(inputs);
    const [organization = "", project = ""] = (inputs.logProject ?? "").split("/");
    const api = (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceApi */ .I5)(world, { name: "Sentry", url, token, timeout, tokenHint });
    const base = `/api/0/organizations/${(0,_ports_encoded_js__WEBPACK_IMPORTED_MODULE_4__/* .encoded */ .d)(organization)}`;
    const release = (question) => (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_5__/* .filled */ .Bq)(inputs.logRelease, question, counted);
    const common = (question) => ({
        project,
        start: new Date(question.from).toISOString(),
        end: new Date(question.until).toISOString(),
        environment: inputs.logEnvironment,
        query: question.before === true ? undefined : `release:"${release(question)}"`,
    });
    return {
        attributes: "release",
        says: [
            byHour
                ? "Failures are the error events that Sentry has of the release"
                : `Attempts are sessions; failed are those that are ${inputs.logFailedSessions.join(" or ")}`,
            "Sentry keeps sessions by the hour: also the newest are counted",
        ],
        tally: async (question) => {
            const own = common(question);
            const [sessions, errors] = await Promise.all([
                sessionsOf(world, api, base, own, inputs.logFailedSessions),
                byHour ? errorsOf(world, api, base, own) : undefined,
            ]);
            return tallied(sessions, errors);
        },
        link: (question) => {
            const query = new URLSearchParams({ project });
            return `${url.replace(/\/$/, "")}/organizations/${organization}/releases/${(0,_ports_encoded_js__WEBPACK_IMPORTED_MODULE_4__/* .encoded */ .d)(release(question))}/?${query.toString()}`;
        },
    };
}
async function sessionsOf(world, api, base, common, failing) {
    const query = { ...common, field: "sum(session)", groupBy: "session.status", interval: "1h" };
    return await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .look */ .Op)(world, api, { path: `${base}/sessions/`, call: { query } }, (json) => (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .sessionsFrom */ .Ow)(json, failing));
}
async function errorsOf(world, api, base, common) {
    const query = { ...common, field: "count()", dataset: "errors" };
    return await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .look */ .Op)(world, api, { path: `${base}/events/`, call: { query } }, (json) => (0,_whole_js__WEBPACK_IMPORTED_MODULE_2__/* .countFrom */ .kh)((0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .errorsFrom */ .oC)(json)));
}
function tallied(sessions, errors) {
    if (!("value" in sessions))
        return sessions;
    if (errors !== undefined && !("value" in errors))
        return errors;
    const { attempts, failed } = sessions.value;
    const none = { attempts: 0, failed: 0 };
    return {
        value: {
            real: { attempts, failed: errors === undefined ? failed : errors.value },
            synthetic: none,
            withoutKey: 0,
            events: {},
        },
    };
}


/***/ })

};
