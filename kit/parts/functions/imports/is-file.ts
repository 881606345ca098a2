import { stat } from "node:fs/promises";

/** Whether there is a file at that path; what cannot be looked at is none. */
export async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
