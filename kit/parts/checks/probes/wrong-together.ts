import type { Misfit } from "../../../action/input.ts";
import type { Probe } from "./probe.ts";

/** What stands for something without a probe having captured it. */
const given = new Set(["origin", "supabase", "uuid"]);

/** What is wrong of probes beside each other: names that are taken, and values that nobody has captured before. */
export function wrongTogether(probes: readonly Probe[]): readonly Misfit[] {
  const names = new Set<string>();
  const captured = new Map<string, Probe>();
  return probes.flatMap((probe, index) => {
    const taken = names.has(probe.name)
      ? [{ steps: [index, "name"], says: "another probe has this name" }]
      : [];
    names.add(probe.name);
    const wrong = [...taken, ...usesOf(probe, index, captured), ...capturesOf(probe, index, captured)];
    for (const [name] of probe.capture) captured.set(name, probe);
    return wrong;
  });
}

function usesOf(probe: Probe, index: number, captured: ReadonlyMap<string, Probe>): readonly Misfit[] {
  return probe.uses.flatMap((name) => {
    if (given.has(name) || name.startsWith("account.")) return [];
    const from = captured.get(name);
    if (from === undefined)
      return [
        { steps: [index], says: `no probe before it captures {${name}}; the text itself is {{${name}}}` },
      ];
    const missing = probe.tags.filter((tag) => !from.tags.includes(tag));
    if (missing.length === 0) return [];
    return [
      {
        steps: [index, "tags"],
        says: `it needs {${name}} of «${from.name}», which has no ${missing.join(", ")}`,
      },
    ];
  });
}

function capturesOf(probe: Probe, index: number, captured: ReadonlyMap<string, Probe>): readonly Misfit[] {
  return probe.capture.flatMap(([name]) => {
    const isTaken = given.has(name) || name === "staged" || captured.has(name);
    return isTaken ? [{ steps: [index, "capture", name], says: "this name is taken" }] : [];
  });
}
