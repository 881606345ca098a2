const __WEBPACK_EXTERNAL_MODULE_undici__ = new Proxy({}, {
	get: (_, name) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("./vendor/undici/index.js")[name],
});
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 94706:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["fetch"]: () => (__WEBPACK_EXTERNAL_MODULE_undici__.fetch) });

/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 87867:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_MODULE_undici__;

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 98253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ actionNames),
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/**
 * The entry of the bundle: each action's code as a lazy chunk. A new action is a line here and in specs.ts.
 */
const mains = {
    build: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(273)]).then(__nccwpck_require__.bind(__nccwpck_require__, 53273)),
    plan: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(815), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(853), __nccwpck_require__.e(18), __nccwpck_require__.e(594), __nccwpck_require__.e(655), __nccwpck_require__.e(499), __nccwpck_require__.e(56), __nccwpck_require__.e(641), __nccwpck_require__.e(785), __nccwpck_require__.e(274), __nccwpck_require__.e(391), __nccwpck_require__.e(132)]).then(__nccwpck_require__.bind(__nccwpck_require__, 32132)),
    migrate: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(853), __nccwpck_require__.e(18), __nccwpck_require__.e(594), __nccwpck_require__.e(541), __nccwpck_require__.e(655), __nccwpck_require__.e(908), __nccwpck_require__.e(785), __nccwpck_require__.e(745)]).then(__nccwpck_require__.bind(__nccwpck_require__, 13224)),
    "deploy-functions": () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(853), __nccwpck_require__.e(18), __nccwpck_require__.e(655), __nccwpck_require__.e(908), __nccwpck_require__.e(641), __nccwpck_require__.e(859), __nccwpck_require__.e(464)]).then(__nccwpck_require__.bind(__nccwpck_require__, 37464)),
    "deploy-web": () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(853), __nccwpck_require__.e(18), __nccwpck_require__.e(594), __nccwpck_require__.e(908), __nccwpck_require__.e(442), __nccwpck_require__.e(499), __nccwpck_require__.e(963), __nccwpck_require__.e(391), __nccwpck_require__.e(816)]).then(__nccwpck_require__.bind(__nccwpck_require__, 52669)),
    "purge-cdn": () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(853), __nccwpck_require__.e(18), __nccwpck_require__.e(908), __nccwpck_require__.e(56), __nccwpck_require__.e(577)]).then(__nccwpck_require__.bind(__nccwpck_require__, 93409)),
    smoke: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(594), __nccwpck_require__.e(442), __nccwpck_require__.e(963), __nccwpck_require__.e(787), __nccwpck_require__.e(869)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59877)),
    observe: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(853), __nccwpck_require__.e(274), __nccwpck_require__.e(422)]).then(__nccwpck_require__.bind(__nccwpck_require__, 70391)),
    rollback: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(853), __nccwpck_require__.e(18), __nccwpck_require__.e(594), __nccwpck_require__.e(655), __nccwpck_require__.e(442), __nccwpck_require__.e(499), __nccwpck_require__.e(963), __nccwpck_require__.e(56), __nccwpck_require__.e(641), __nccwpck_require__.e(785), __nccwpck_require__.e(859), __nccwpck_require__.e(748)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26748)),
    environments: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(370), __nccwpck_require__.e(836), __nccwpck_require__.e(590)]).then(__nccwpck_require__.bind(__nccwpck_require__, 37590)),
};
const actionNames = Object.keys(mains);
/** How long an action whose work is done, said and written may hold its process, in ms. */
const grace = 3000;
/** What each stub in dist/ calls. All declarations are loaded only where there is a rollout.yml to check. */
async function run(name) {
    const { main } = await mains[name]();
    await main(async () => (await Promise.all(/* import() */[__nccwpck_require__.e(370), __nccwpck_require__.e(594), __nccwpck_require__.e(442), __nccwpck_require__.e(787), __nccwpck_require__.e(44)]).then(__nccwpck_require__.bind(__nccwpck_require__, 15044))).specs);
    // A connection that somebody forgot would keep the job running until its limit, hours later.
    setTimeout(() => process.exit(), grace).unref();
}

var __webpack_exports__actionNames = __webpack_exports__.B;
var __webpack_exports__run = __webpack_exports__.e;
export { __webpack_exports__actionNames as actionNames, __webpack_exports__run as run };
