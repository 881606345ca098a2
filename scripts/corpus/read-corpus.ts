import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CorpusCase, readCase } from "./read-case.ts";

/** Every case of a corpus folder, `<class>/<name>.sql`, in the order of their names; `histories` are no cases. */
export function readCorpus(folder: string): CorpusCase[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sql") && !file.startsWith("histories"))
    .toSorted()
    .map((file) =>
      readCase(file.replaceAll("\\", "/").slice(0, -4), readFileSync(join(folder, file), "utf8")),
    );
}

/** Cases that nobody who wrote a rule had seen. They are scored apart, and no promise rests on them. */
export function isHeldOut({ name }: Pick<CorpusCase, "name">): boolean {
  return name.startsWith("held-out");
}
