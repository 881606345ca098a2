/** A secret that is looked for, under the name that a finding tells. */
export interface Canary {
  readonly name: string;
  readonly value: string;
}

/** One way in which a secret can stand somewhere. */
export interface Form {
  readonly secret: string;
  readonly how: string;
  readonly text: string;
}

/** Shorter texts stand somewhere by chance. */
export const shortest = 12;

/**
 * Every way in which a secret is looked for: as it is, each of its lines, the values in it and the password of an
 * address; and each of these encoded, or cut into halves. What is too short to be told from chance is left out.
 */
export function formsOf({ name, value }: Canary): readonly Form[] {
  const seen = new Map<string, string>();
  for (const [part, text] of partsOf(value)) {
    for (const [how, form] of encodingsOf(text)) {
      if (form.length >= shortest && !seen.has(form)) seen.set(form, part === "" ? how : `${part}, ${how}`);
    }
  }
  return [...seen].map(([text, how]) => ({ secret: name, how, text }));
}

function partsOf(value: string): readonly (readonly [part: string, text: string])[] {
  const lines = value.split("\n").map((line) => line.trim());
  const values = lines.flatMap((line) => /^[A-Za-z_]\w*=(.+)$/.exec(line)?.[1]?.trim() ?? []);
  return [
    ["", value],
    ...(lines.length > 1 ? lines.map((line) => ["a line", line] as const) : []),
    ...values.map((text) => ["a value", text] as const),
    ...passwordsOf(value).map((text) => ["its password", text] as const),
    ...pathsOf(value).map((text) => ["its path", text] as const),
  ];
}

/** Of an address that is a secret itself, as that of a webhook. */
function pathsOf(value: string): readonly string[] {
  return /^https?:\/\//i.test(value) && URL.canParse(value) ? [new URL(value).pathname] : [];
}

function passwordsOf(value: string): readonly string[] {
  if (!/^[a-z+]+:\/\//i.test(value) || !URL.canParse(value)) return [];
  const { password } = new URL(value);
  if (password === "") return [];
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}

function encodingsOf(text: string): readonly (readonly [how: string, form: string])[] {
  const bytes = Buffer.from(text);
  const url = encodeURIComponent(text);
  const json = JSON.stringify(text).slice(1, -1);
  const hex = bytes.toString("hex");
  return [
    ["plain", text],
    ...halvesOf(text).map((half) => ["cut", half] as const),
    ...base64Of(bytes),
    ["URL-encoded", url],
    ["URL-encoded", new URLSearchParams({ a: text }).toString().slice("a=".length)],
    ["URL-encoded", url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
    ["in JSON", json],
    ["in JSON", asciiJson(json)],
    ["in JSON, twice", JSON.stringify(json).slice(1, -1)],
    ["in HTML", text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)],
    ["hexadecimal", hex],
    ["hexadecimal", hex.toUpperCase()],
  ];
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function asciiJson(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What is left of a secret where a text was cut. Halves that say little are in many texts, and so is half an address. */
function halvesOf(text: string): readonly string[] {
  if (text.includes("://") || /^\w+=/.test(text)) return [];
  const middle = Math.ceil(text.length / 2);
  const halves = [text.slice(0, middle), text.slice(middle)];
  return halves.filter((half) => half.length >= shortest && new Set(half).size >= 8);
}

/** The three ways in which a text can stand inside of base64, without the characters that its neighbours change. */
function base64Of(bytes: Buffer): readonly (readonly [how: string, form: string])[] {
  return [0, 1, 2].flatMap((skipped) => {
    const length = Math.floor((bytes.length - skipped) / 3) * 3;
    const part = bytes.subarray(skipped, skipped + Math.max(0, length));
    const how = skipped === 0 ? "base64" : `base64, ${skipped} bytes in`;
    return [
      [how, part.toString("base64")],
      [how, part.toString("base64url")],
    ] as const;
  });
}
