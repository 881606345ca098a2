/** A workflow command: `::name key=value,key=value::message`. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as a workflow command; undefined when it is none. */
export function parseCommand(line: string): Command | undefined {
  const [, name, written = "", message] = /^\s*::([\w-]+)(?: ([^\n]*?))?::([\s\S]*)$/i.exec(line) ?? [];
  if (name === undefined || message === undefined) return undefined;
  const properties: Record<string, string> = {};
  for (const pair of written.split(",")) {
    const equals = pair.indexOf("=");
    if (equals > 0) properties[pair.slice(0, equals).trim()] = decode(pair.slice(equals + 1), true);
  }
  return { name: name.toLowerCase(), properties, message: decode(message, false) };
}

function decode(text: string, property: boolean): string {
  const codes: Record<string, string> = { "%0D": "\r", "%0A": "\n", "%25": "%" };
  if (property) Object.assign(codes, { "%3A": ":", "%2C": "," });
  return text.replace(/%[0-9A-F]{2}/g, (code) => codes[code] ?? code);
}
