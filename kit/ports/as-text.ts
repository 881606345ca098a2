/** A text as it is, anything else as JSON: `String` calls whatever an object from outside has for `toString`. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
}
