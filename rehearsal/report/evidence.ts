/** The evidence among a job's outputs: a JSON list of texts, as an action sets it. Anything else is none. */
export function evidenceIn(outputs: Readonly<Record<string, string>>): readonly string[] {
  try {
    const list: unknown = JSON.parse(outputs["evidence"] ?? "[]");
    return Array.isArray(list) ? list.filter((line) => typeof line === "string") : [];
  } catch {
    return [];
  }
}
