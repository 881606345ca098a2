// Lets node run the sources as they are written: `node --import ./__tests__/fuzz/typescript.mjs file.ts`. What is built
// of them has none of the tests' worlds, and jest's own world of modules takes half of the time.
import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
