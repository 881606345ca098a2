export const id = 812;
export const ids = [812];
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

/***/ 33812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openHttpSource: () => (/* binding */ openHttpSource)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78300);
/* harmony import */ var _placeholders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14475);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62370);
/* harmony import */ var _value_at_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92081);
/* harmony import */ var _ports_encoded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84905);






const tokenHint = "Pass what the service takes as `log-token`.";
/** Whatever answers JSON that holds the counts: one address, and where in the answer each of them stands. */
function openHttpSource(inputs, world, counted) {
    const { logUrl = "", logToken: token, logTimeout: timeout, logQueries } = inputs;
    const bound = (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_3__/* .namesRelease */ .gH)(logUrl);
    const addressOf = (question) => new URL((0,_placeholders_js__WEBPACK_IMPORTED_MODULE_3__/* .filled */ .Bq)(logUrl, question, counted, _ports_encoded_js__WEBPACK_IMPORTED_MODULE_4__/* .encoded */ .d));
    return {
        attributes: bound ? "release" : "time",
        looksBack: !bound,
        says: ["Attempts are counted as the service counts them"],
        tally: async (question) => {
            const { origin, pathname, search } = addressOf(question);
            const api = (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceApi */ .I5)(world, { name: "Source", url: origin, token, timeout, tokenHint });
            return await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .look */ .Op)(world, api, { path: pathname + search, call: {} }, (json) => {
                const counts = new Map();
                for (const name of (0,_whole_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(question)) {
                    const value = (0,_value_at_js__WEBPACK_IMPORTED_MODULE_5__/* .valueAt */ .f)(json, logQueries[name] ?? "");
                    const count = (0,_whole_js__WEBPACK_IMPORTED_MODULE_2__/* .countFrom */ .kh)(value);
                    // A service counts whole attempts; only what is extrapolated has fractions.
                    if (count === undefined || Number(value) !== count)
                        return notThere(name, logQueries[name] ?? "", value);
                    counts.set(name, count);
                }
                return (0,_whole_js__WEBPACK_IMPORTED_MODULE_2__/* .tallyOf */ .sv)(question, counts);
            });
        },
        link: (question) => addressOf(question).href,
    };
}
function notThere(name, at, value) {
    const got = value === undefined ? "nothing" : (JSON.stringify(value) ?? "nothing").slice(0, 60);
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR306", `The answer of log-url has ${got} at ${at}, which is no count of ${name}.`, `Correct log-queries.${name}, or what the service answers. Nothing was counted.`);
}


/***/ })

};
