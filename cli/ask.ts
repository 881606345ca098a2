import { once } from "node:events";
import { createInterface } from "node:readline/promises";

/** Where a person is asked. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Whether a person at a terminal says yes. Anything else is a no; so is Ctrl-C, Ctrl-D, and a terminal that is gone. */
export async function saysYes(question: string, { input, output }: Streams): Promise<boolean> {
  const prompt = createInterface({ input, output });
  try {
    // Node 20 leaves the question open where its input ends, later ones refuse it.
    const closed = once(prompt, "close").then(() => "");
    const answered = prompt.question(question).catch((error: unknown) => {
      if ((error as { code?: unknown }).code === "ABORT_ERR") return "";
      throw error;
    });
    return /^y(es)?$/i.test((await Promise.race([answered, closed])).trim());
  } finally {
    prompt.close();
  }
}
