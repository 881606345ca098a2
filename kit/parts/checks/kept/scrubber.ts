import { stripVTControlCharacters } from "node:util";
import { masksOf } from "../../../action/mask.ts";

/** Takes secrets out of texts, in whatever way these spell them. */
export interface Scrubber {
  /** The text without them. */
  text(text: string): string;
  /** Whether it holds one of those that were given. */
  finds(text: string): boolean;
  /** Whether a header, a cookie, a parameter or a field of this name holds a secret, whatever its value. */
  tells(name: string): boolean;
}

/** What stands where a secret stood. */
export const gone = "***";

const telling =
  /^(?:proxy-)?authorization$|cookie|token|secret|passw|api-?key|bypass|session-?id|credential/i;
const webToken = /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+/g;
const entities: Readonly<Record<string, string>> = {
  '"': "quot",
  "&": "amp",
  "<": "lt",
  ">": "gt",
  "'": "apos",
};

/**
 * `secrets` are found as they are, as each of their lines and values, encoded for URLs, JSON, HTML and in base64, and
 * where colours cut through them. `names` tell secrets besides the usual names.
 */
export function scrubber(secrets: readonly string[], names: readonly string[] = []): Scrubber {
  const forms = [...new Set(secrets.flatMap((secret) => masksOf(secret)))].sort(
    (a, b) => b.length - a.length,
  );
  const pattern = forms.map(spellings).join("|");
  const given = forms.length === 0 ? undefined : new RegExp(pattern, "g");
  const any = forms.length === 0 ? undefined : new RegExp(pattern);
  const own = new Set(names.map((name) => name.toLowerCase()));
  const tells = (name: string): boolean => telling.test(name) || own.has(name.toLowerCase());
  const withoutGiven = (text: string): string => {
    const clean = plain(text);
    return given === undefined ? clean : clean.replace(given, gone);
  };
  return {
    tells,
    finds: (text) => any?.test(plain(text)) ?? false,
    text: (text) =>
      withoutGiven(text)
        .replace(webToken, gone)
        .replace(
          /([?&;\s"'](?<name>[\w.-]{1,60})=)([^&\s"'#;<>\\]{4,})/g,
          (whole: string, ...found: unknown[]) => {
            const { name } = found.at(-1) as { readonly name: string };
            return tells(name) ? `${String(found[0])}${gone}` : whole;
          },
        ),
  };
}

/** Colours may begin in the middle of a secret: where two texts are compared, what differs stands out. */
function plain(text: string): string {
  return text.includes("\u001B") ? stripVTControlCharacters(text) : text;
}

/** A text as a pattern that fits each of its spellings. */
function spellings(text: string): string {
  return Array.from(text, spelling).join("");
}

function spelling(sign: string): string {
  if (/[\w-]/.test(sign)) return sign;
  const code = sign.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const bytes = [...Buffer.from(sign)].map((byte) => `%${anyCase(byte.toString(16).padStart(2, "0"))}`);
  const named = entities[sign];
  return `(?:${[
    `\\\\{0,7}${sign.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}`,
    bytes.join(""),
    ...(code < 0x10000 ? [`\\\\{1,7}u${anyCase(hex.padStart(4, "0"))}`] : []),
    `&#0*${code};`,
    `&#[xX]0*${anyCase(hex)};`,
    ...(named === undefined ? [] : [`&${named};`]),
    ...(sign === " " ? ["\\+"] : []),
  ].join("|")})`;
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
