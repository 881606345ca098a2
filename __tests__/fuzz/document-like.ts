import fc from "fast-check";
import { jsonText, textOf } from "./arbitraries.ts";
import { mutatedJson, mutatedText } from "./mutate.ts";
import { inSandbox } from "./sandbox.ts";

/** The text of a right document with something wrong in it, or of nothing of the kind. */
export function documentLike(right: unknown): fc.Arbitrary<string> {
  const value = fc.constant(right);
  return fc.oneof(
    { weight: 5, arbitrary: mutatedJson(value).map(textOf) },
    { weight: 2, arbitrary: mutatedText(value.map(textOf)) },
    { weight: 1, arbitrary: jsonText },
  );
}

/** Has work done in a folder in which one file is. */
export async function withFile<T>(
  name: string,
  content: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  return await inSandbox({ [name]: content }, ({ inside }) => work(inside));
}
