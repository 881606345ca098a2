import type { Runtime } from "../../kit/action/runtime.ts";
import { checklistInput, checklistOf } from "../../kit/parts/checks/checklist.ts";
import { suiteInputs } from "../../kit/parts/checks/inputs.ts";
import { webInputs } from "../../kit/parts/web/inputs.ts";
import { isOutside } from "../../kit/release/slice/slice.ts";

/** What `smoke` asks people to look at, as far as it is known before anything is live. Undefined where it asks nothing. */
export function toLookAt(
  { section, sections }: Pick<Runtime, "section" | "sections">,
  slice: readonly string[],
): readonly string[] | undefined {
  if (!sections.includes("smoke") || isOutside(slice, "smoke")) return undefined;
  const own = { checklist: checklistInput, origins: webInputs.origins, supabase: suiteInputs.supabase };
  const lines = section("smoke", { checklist: own.checklist }).checklist;
  if (lines.length === 0) return undefined;
  const { origins, supabase } = section("smoke", own);
  const known = Object.entries({ origin: origins[0], supabase }).filter(([, value]) => value !== undefined);
  return checklistOf(lines, new Map(known));
}
