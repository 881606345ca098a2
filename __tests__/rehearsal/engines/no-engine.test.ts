import { expect, test } from "@jest/globals";
import { installedDeno } from "../../../rehearsal/engines/deno.ts";
import { installedPostgres } from "../../../rehearsal/engines/postgres-binaries.ts";

test.each([
  ["PostgreSQL", () => installedPostgres("/")],
  ["Deno", () => installedDeno("/")],
])("%s that npm has left out is told with what to do, under the code of this", (_, find) => {
  const fix = expect.stringContaining("without --omit=optional");
  const message = expect.stringMatching(/^@\S+ is not installed, and a rehearsal needs it\.$/);
  expect(find).toThrow(expect.objectContaining({ code: "PR505", fix, message }));
});
