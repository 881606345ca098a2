import { parseJson } from "../../../ports/parse-json.ts";
/** What came back. `text` is what was read of it; `cut` says that there was more. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly cut: boolean;
}

/** No answer that a probe looks into needs more. */
const most = 2 * 1024 * 1024;

/** Reads an answer, as far as anybody looks; the rest is not fetched. */
export async function readAnswer({ status, headers, body }: Response): Promise<Answer> {
  if (body === null) return { status, headers, text: "", cut: false };
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader.read()) as { readonly done: boolean; readonly value?: Uint8Array };
    if (done || value === undefined) return { status, headers, text: text + decoder.decode(), cut: false };
    text += decoder.decode(value.subarray(0, most - bytes), { stream: true });
    bytes += value.byteLength;
    if (bytes <= most) continue;
    await reader.cancel().catch(() => undefined);
    return { status, headers, text, cut: true };
  }
}

/** An answer as JSON; undefined where it is none. */
export function jsonOf({ text, cut }: Answer): { readonly value: unknown } | undefined {
  if (cut) return undefined;
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}
