import type { Inputs } from "./spec.ts";
import type { GetInput } from "./read-inputs.ts";
import { encoded } from "../ports/encoded.ts";

/**
 * Every text by which a secret could appear in a log: itself, each of its lines, the value of a line that says
 * `NAME=value`, URL-encoded, in base64, as JSON writes it, and the password inside of a URL. Texts under four characters are left out: masking them
 * would blacken everything else.
 */
export function masksOf(secret: string): readonly string[] {
  const lines = secret.split("\n").map((line) => line.trim());
  const values = lines.flatMap((line) => /^[A-Za-z_]\w*=(.+)$/.exec(line)?.[1]?.trim() ?? []);
  const forms = [secret, ...lines, ...values, ...passwords(secret)].flatMap((form) => [
    form,
    encoded(form),
    Buffer.from(form).toString("base64"),
    JSON.stringify(form).slice(1, -1),
  ]);
  return [...new Set(forms)].filter((form) => form.trim().length >= 4);
}

/** All masks of what is given for the inputs that are declared secret. */
export function masksOfInputs(inputs: Inputs, get: GetInput): readonly string[] {
  return Object.entries(inputs)
    .filter(([, input]) => input.secret)
    .flatMap(([name]) => masksOf(get(name)));
}

/** Of an address that no parser takes as well: that is what a password with signs of its own makes of it. */
function passwords(secret: string): readonly string[] {
  const written = /^[a-z+]+:\/\/[^/?#\s:@]*:(.+)@/i.exec(secret)?.[1];
  const parsed = URL.canParse(secret) ? new URL(secret).password : "";
  return [written ?? "", parsed].flatMap((password) => [password, decoded(password)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
