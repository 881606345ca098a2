import fc from "fast-check";
import { textOf as issueText } from "../../../actions/rollback/issue/text.ts";
import { asText } from "../../../kit/action/live-log.ts";
import { code, fenced, folded, link, plain, prose, table } from "../../../kit/action/markdown.ts";
import { masksOf } from "../../../kit/action/mask.ts";
import { renderReport } from "../../../kit/action/report.ts";
import { notificationOf } from "../../../kit/notify/notification.ts";
import { slackMessage } from "../../../kit/notify/slack.ts";
import { completionLine, intend } from "../../../kit/release/record/receipt.ts";
import { text as anyText } from "../arbitraries.ts";
import { strangersIn } from "../page-judge.ts";
import { Broken, type Group, reading } from "../reader.ts";

/** As the runner reads lines: it takes off what .NET calls white space, and obeys what is left of these. */
function obeyedIn(said: string): string | undefined {
  const white = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  return said
    .split(/\r\n|\n|\r/)
    .find((line) => line.replace(white, "").startsWith("::") || line.includes("##["));
}

/** The parser that judges a page needs seconds for a very long line. */
const text = anyText.map((all) => all.slice(0, 400));
const texts = fc.array(text, { maxLength: 3 });
const report = fc.record({
  verdict: fc.constantFrom("pass", "fail", "inconclusive", "error"),
  reason: text,
  next: text,
  evidence: texts,
  tables: fc.array(
    fc.record({
      title: text,
      columns: fc.constant(["a", "b"]),
      rows: fc.array(fc.tuple(text, text), { maxLength: 3 }),
    }),
    {
      maxLength: 2,
    },
  ),
  folded: fc.array(fc.record({ title: text, text }), { maxLength: 2 }),
});

const issue = fc.record({
  target: text,
  release: text,
  commit: text,
  outcome: fc.constantFrom("rolled-back" as const, "partly-rolled-back" as const),
  because: text,
  next: text,
  runUrl: fc.constant("https://github.com/acme/prism/actions/runs/42"),
  rows: fc.array(
    fc.record({ name: text, outcome: fc.constant("failed" as const), said: text, manual: texts }),
    { maxLength: 2 },
  ),
  timeline: fc.array(fc.record({ at: text, what: text }), { maxLength: 2 }),
  now: text,
});

export async function group(): Promise<Group> {
  return {
    readings: [
      reading({
        name: "a job summary",
        share: 3,
        gives: report,
        reads: (given) => strangersIn(renderReport("plan", given)),
      }),
      reading({
        name: "pieces of a page",
        share: 3,
        gives: fc.tuple(text, text),
        reads: ([one, other]) =>
          strangersIn([`x ${plain(one)}`, prose(one), table([plain(one)], [[code(other)]])].join("\n\n")) ??
          strangersIn([folded(one, fenced(other, "sql")), code(one), link(one, other)].join("\n\n")),
      }),
      reading({
        name: "the issue of a rollback",
        gives: issue,
        reads: (given) =>
          strangersIn(
            issueText(given as unknown as Parameters<typeof issueText>[0], []).replace(/<!--[^]*?-->/, ""),
          ),
      }),
      reading({
        name: "a line of the log",
        share: 3,
        gives: anyText,
        reads: (given) => {
          const obeyed = obeyedIn(asText(given));
          return obeyed === undefined
            ? undefined
            : new Broken(`the runner would obey ${JSON.stringify(obeyed)}`);
        },
      }),
      reading({
        name: "a message to a channel",
        gives: fc.record({
          target: text,
          release: text,
          what: text,
          reason: text,
          next: text,
          checklist: texts,
          gate: text,
        }),
        reads: (given) => {
          const context = { runUrl: "https://github.com/acme/prism/actions/runs/42" };
          const message = JSON.stringify(slackMessage(notificationOf({ kind: "held", ...given }, context)));
          const links = message.match(/<[^>]*>?/g) ?? [];
          const strange = links.find((one) => !one.startsWith("<https://github.com/acme/prism"));
          return strange === undefined ? undefined : new Broken(`a link of somebody else's: ${strange}`);
        },
      }),
      reading({ name: "the masks of a secret", gives: anyText, reads: (given) => masksOf(given) }),
      reading({
        name: "a receipt's line",
        gives: fc.tuple(text, text),
        reads: ([component, id]) => {
          const intent = {
            release: "r",
            phase: "migrate",
            attempt: 1,
            component,
            before: null,
            intended: id,
            approvedBy: [],
          } as const;
          const { length } = completionLine(intend(intent, undefined), id);
          return length <= 140 ? undefined : new Broken(`a status of ${length} characters`);
        },
      }),
    ],
  };
}
