import { installCaches } from "./caches/install.ts";

/**
 * `node lib/scripts/caches.js`: real Varnish and nginx for `__tests__/engines/caches.test.ts`, from the machine's own
 * package archive into `.cache/caches`. Exits 69 where they cannot be had: their tests are not run then.
 */
const caches = installCaches();
console.log("why" in caches ? `RED: no Varnish and nginx: ${caches.why}` : "Varnish and nginx are there");
process.exitCode = "why" in caches ? 69 : 0;
