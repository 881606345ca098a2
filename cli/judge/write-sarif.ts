import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { advisorRule } from "../../kit/advisors/rules.ts";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { fileUri } from "../../kit/judge/file-uri.ts";
import { type Notice, asSarif } from "../../kit/judge/sarif.ts";
import type { FileVerdict } from "./say.ts";

/** @throws {UserError} PR429 where nothing can be written. */
export async function writeSarif(
  path: string,
  verdicts: readonly FileVerdict[],
  issues: readonly string[],
  cwd: string,
): Promise<void> {
  const text = asSarif({
    findings: verdicts.flatMap(({ findings }) => findings),
    notices: [
      ...issues.map((issue): Notice => ({ text: issue, level: "error" })),
      ...verdicts.flatMap(noticesOf),
    ],
    uri: (file) => fileUri(file, cwd, cwd),
  });
  try {
    await writeFile(resolve(cwd, path), text);
  } catch (error) {
    throw new UserError(
      "PR429",
      `The findings cannot be written to ${path}: ${describe(error)}.`,
      "Name a file in a folder that is there and may be written.",
      { cause: error },
    );
  }
}

function noticesOf({ file, advice, unverified }: FileVerdict): readonly Notice[] {
  return [
    ...advice.map(({ id, thing }): Notice => {
      const { why, safe } = advisorRule(id);
      return { file, text: `${id}: ${thing} ${why}. ${safe}`, level: "note" };
    }),
    ...unverified.map((text): Notice => ({ file, text, level: "warning" })),
  ];
}
