/** A text as it is, anything else as JSON: `String` calls whatever an object from outside has for `toString`. */
export function asText(value: unknown): string {
  try {
    return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  } catch {
    return "something that is nested too deep";
  }
}
