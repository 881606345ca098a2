import type { Board, BoardName } from "../../providers/dashboards/dashboards.ts";
import type { Subject } from "./question.ts";

/** Which board is a target's. */
export function boardName(target: string | undefined, project: string): BoardName {
  return { name: `prism-rollout ${target ?? "default"}`, project };
}

/** What responders find saved for a target. Nothing in it changes from release to release. */
export function boardOf(target: string | undefined, project: string, subject: Subject): Board {
  const { events, failures, attemptKey } = subject;
  const required = Object.entries(events).map(
    ([event, fields]) =>
      `- \`${event}\` must be logged${fields.length === 0 ? "" : ` with ${fields.map((field) => `\`${field}\``).join(", ")}`}`,
  );
  const failing = failures.map((event) => `- \`${event}\` means that its attempt has failed`);
  return {
    ...boardName(target, project),
    text: [
      `# Rollout health of ${target ?? "the default target"}`,
      `What \`observe\` counts, on distinct attempts (\`${attemptKey.join("`, `")}\`):`,
      [...required, ...failing].join("\n"),
    ].join("\n\n"),
    asked: subject,
  };
}
