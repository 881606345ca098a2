import type { Notification } from "./notification.ts";

/** Slack takes 3,000 characters a section. */
const longest = 2800;

/** A message as Slack, and what speaks its language, takes it: a line, and blocks that say the rest. */
export function slackMessage(told: Notification): object {
  const { target, release, what, reason, next, checklist = [], links } = told;
  const text = escaped(`${target}: ${what}`);
  const gate = links.gate === undefined ? "" : ` · ${link(links.gate, "gate")}`;
  const queries = links.queries === undefined ? "" : ` · ${link(links.queries, "queries and logs")}`;
  const looks =
    checklist.length === 0 ? [] : ["Look yourself:", ...checklist.map((line) => `• ${escaped(line)}`)];
  const details = [`*${text}*`, escaped(reason), `Next: ${escaped(next)}`, ...looks].map(short).join("\n");
  return {
    text,
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: short(details) } },
      {
        type: "context",
        elements: [
          { type: "mrkdwn", text: `${link(links.run, "run")}${gate}${queries} · ${escaped(release)}` },
        ],
      },
    ],
  };
}

/** Only these three mean something; with them nobody can be called (`<!channel>`) and no link be made. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function link(url: string, label: string): string {
  return `<${escaped(url).replaceAll("|", "%7C")}|${label}>`;
}

function short(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/&[a-z]*$/, "")}…`;
}
