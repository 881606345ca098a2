import { parseDocument } from "yaml";
import { isObject } from "../../kit/ports/json-object.ts";

/**
 * The app's own `rollout.yml`, its target pointed at the stand-ins: addresses, ids, and waits that fit a
 * machine. Sections are left as they are.
 */
export function pointTargetAt(
  source: string,
  target: string,
  values: Readonly<Record<string, unknown>>,
): string {
  const document = parseDocument(source);
  for (const [key, value] of Object.entries(values)) {
    if (isObject(value) && document.hasIn(["targets", target, key])) {
      for (const [inner, one] of Object.entries(value))
        document.setIn(["targets", target, key, inner], document.createNode(one));
    } else {
      document.setIn(["targets", target, key], document.createNode(value));
    }
  }
  return document.toString();
}
