import type { Board } from "../../providers/dashboards/dashboards.ts";
import { boardQueries } from "../../providers/logs/supabase/board-queries.ts";
import type { Subject } from "./question.ts";

export function boardName(target: string | undefined): string {
  return `prism-rollout ${target ?? "default"}`;
}

/** What responders find saved for a target. Nothing in it changes from release to release. */
export function boardOf(target: string | undefined, subject: Subject): Board {
  const { events, failures, attemptKey } = subject;
  const required = Object.entries(events).map(
    ([event, fields]) =>
      `- \`${event}\` must be logged${fields.length === 0 ? "" : ` with ${fields.map((field) => `\`${field}\``).join(", ")}`}`,
  );
  const failing = failures.map((event) => `- \`${event}\` means that its attempt has failed`);
  return {
    name: boardName(target),
    text: [
      `# Rollout health of ${target ?? "the default target"}`,
      `What \`observe\` counts, on distinct attempts (\`${attemptKey.join("`, `")}\`):`,
      [...required, ...failing].join("\n"),
    ].join("\n\n"),
    queries: boardQueries(subject),
  };
}
