import { fileURLToPath } from "node:url";
import { CannotLayOut } from "./new/scaffold.ts";
import { makeNew } from "./new/make-new.ts";
import { readWanted, usage } from "./new/options.ts";

/** `npm run new -- action|provider|rule <name>`: the files of a new piece, its rows in every table, and what is left to do. */
const wanted = readWanted(process.argv.slice(2));
if ("wrong" in wanted) {
  console.error(`${wanted.wrong}\n\n${usage}`);
  process.exitCode = 64;
} else {
  try {
    const { written, next } = await makeNew(fileURLToPath(new URL("../..", import.meta.url)), wanted);
    console.log(written.map((file) => `  ${file}`).join("\n"));
    console.log(`\nNext:\n${next.map((line, index) => `  ${index + 1}. ${line}`).join("\n")}`);
  } catch (error) {
    if (!(error instanceof CannotLayOut)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
