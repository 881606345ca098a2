// Removes what is built, so that a deleted source leaves nothing behind. Plain JavaScript: it runs before tsc.
import { rmSync } from "node:fs";

for (const folder of ["lib", "dist"])
  rmSync(new URL(`../${folder}`, import.meta.url), { recursive: true, force: true });
