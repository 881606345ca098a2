import { type Segment, isSetting } from "../../../judge/execution.ts";
import type { Session } from "./session-state.ts";

/** What a finished segment has set for the session, later ones may count on. */
export async function setAgain({ database }: Session, { settings, statements, end }: Segment): Promise<void> {
  const own = end === "commit" ? statements.filter(isSetting) : [];
  for (const { text } of [...settings, ...own]) await database.script(text);
}
