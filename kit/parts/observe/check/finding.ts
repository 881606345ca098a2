/** What one probe came to: `partly` is what observe can do without. */
export interface Finding {
  readonly what: string;
  readonly can: "yes" | "partly" | "no";
  /** What was seen, or the service's own words. */
  readonly says: string;
  /** What to do about it; absent where there is nothing to do. */
  readonly fix?: string;
}

export function found(what: string, says: string): Finding {
  return { what, can: "yes", says };
}

/** What the service refused; `needed` says whether observe can do without it. */
export function lacking(
  what: string,
  { message, fix }: { readonly message: string; readonly fix: string },
  needed: boolean,
): Finding {
  return { what, can: needed ? "no" : "partly", says: message, fix };
}
