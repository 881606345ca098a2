export const id = 219;
export const ids = [219];
export const modules = {

/***/ 86219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpWithFile: () => (/* binding */ httpWithFile)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _node_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53567);


const longestIdle = 30_000;
/**
 * A request whose body is a file: its bytes are sent as they are read. `fetch` keeps all that it has sent until the
 * answer is there: a file of 1 GB took 1.1 GB. No redirect is followed; a connection on which nothing moves is given up.
 */
async function httpWithFile(url, init, idle = longestIdle) {
    const { signal, body, method = "POST" } = init;
    const headers = {
        ...Object.fromEntries(new Headers(init.headers)),
        "content-length": String(body.size),
    };
    const options = { method, headers, agent: false, timeout: idle, ...(signal ? { signal } : {}) };
    try {
        return await (0,_node_request_js__WEBPACK_IMPORTED_MODULE_1__/* .answerOf */ .u)(new URL(url), options, body);
    }
    catch (error) {
        if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            throw error;
        // As `fetch` says it: whoever tries again reads the cause.
        throw new TypeError("fetch failed", { cause: error });
    }
}


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
