/** What came of putting one function back. */
export interface Undone {
  readonly slug: string;
  readonly outcome: "reverted" | "already" | "failed" | "drift" | "irreversible";
  /** Why, and what a person can do where something is left. */
  readonly said: string;
}
