import { installCaches } from "./caches/install.ts";
import { installPrometheus } from "./prometheus/install.ts";

/**
 * `node lib/scripts/caches.js`: real Varnish, nginx and Prometheus for `__tests__/engines`, from the machine's own package
 * archive into `.cache`. Exits 69 where they cannot be had: their tests are not run then.
 */
const programs = { "Varnish and nginx": installCaches(), Prometheus: installPrometheus() };
for (const [name, found] of Object.entries(programs)) {
  console.log("why" in found ? `RED: no ${name}: ${found.why}` : `${name}: there`);
  if ("why" in found) process.exitCode = 69;
}
