export const id = 27;
export const ids = [27];
export const modules = {

/***/ 56027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpWithHost: () => (/* binding */ httpWithHost)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _node_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53567);



/**
 * A request whose header `host` is not the address that it goes to, as a cache is told of a site that it stands before;
 * `fetch` always sends the address. Over TLS the certificate must be that host's. No redirect is followed.
 */
const httpWithHost = async (url, init = {}) => {
    const address = new URL(url);
    const headers = Object.fromEntries(new Headers(init.headers));
    const name = (headers["host"] ?? "").replace(/:\d+$/, "");
    const { signal, body, method = "GET" } = init;
    const options = {
        method,
        headers,
        // Nothing is kept open for a second request that may never come.
        agent: false,
        ...(signal ? { signal } : {}),
        ...(address.protocol === "https:" && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) === 0 ? { servername: name } : {}),
    };
    if (body !== undefined && body !== null && typeof body !== "string")
        throw new TypeError("a request with a host of its own takes a text as its body");
    try {
        return await (0,_node_request_js__WEBPACK_IMPORTED_MODULE_2__/* .answerOf */ .u)(address, options, body ?? "", init.most);
    }
    catch (error) {
        if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            throw error;
        // As `fetch` says it: whoever tries again reads the cause.
        throw new TypeError("fetch failed", { cause: error });
    }
};


/***/ }),

/***/ 53567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46990);





/**
 * Sends a request by Node's own client, where `fetch` cannot do what is needed, and gives the whole answer.
 * @throws {UserError} PR306 for an answer of more bytes than `most`.
 */
function answerOf(address, options, body, most = _bounded_js__WEBPACK_IMPORTED_MODULE_4__/* .usualMost */ .e5) {
    return new Promise((resolve, reject) => {
        const start = address.protocol === "https:" ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
        const sent = start(address, options, (message) => {
            const chunks = [];
            let seen = 0;
            message.on("data", (chunk) => {
                seen += chunk.length;
                if (seen > most)
                    sent.destroy((0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__/* .tooLarge */ .g$)(address, most));
                else
                    chunks.push(chunk);
            });
            message.on("error", reject);
            message.on("end", () => {
                const { statusCode: status = 0, headers } = message;
                const all = new Headers();
                for (const [name, value] of Object.entries(headers))
                    all.set(name, String(value));
                const isEmpty = [101, 204, 205, 304].includes(status);
                resolve(new Response(isEmpty ? null : Buffer.concat(chunks), { status, headers: all }));
                // An answer that came before the body was sent needs no more of it.
                sent.destroy();
            });
        });
        sent.on("error", reject);
        const idle = options.timeout ?? 0;
        sent.on("timeout", () => sent.destroy(new Error(`nothing moved for ${idle / 1000} s`)));
        if (typeof body === "string")
            sent.end(body);
        else
            (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.fromWeb(body.stream()), sent).catch(reject);
    });
}


/***/ })

};
