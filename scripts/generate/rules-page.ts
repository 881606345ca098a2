import { policyInputs } from "../../kit/parts/database/inputs.ts";
import type { Concern, Rule } from "../../kit/judge/rule.ts";
import { defaultPolicy, severityOf } from "../../kit/judge/policy.ts";
import { type RuleId, isFromReplay, rules } from "../../kit/judge/rules.ts";

/** What each axis asks, in the order of the page; `input` decides what a finding on it does. */
const axes: Readonly<Record<Concern, { readonly asks: string; readonly input?: keyof typeof policyInputs }>> =
  {
    data_loss: { asks: "Are rows or values gone afterwards?", input: "on-data-loss" },
    breaks_clients: {
      asks: "Does something that the live code may use disappear, or change its name or type?",
      input: "on-breaks-clients",
    },
    opaque: { asks: "Does it run text that is not in the file?", input: "on-opaque-sql" },
    tightens: { asks: "Is something refused that was allowed before?", input: "on-tightens" },
    lock_hazard: {
      asks: "Are rows scanned, written or rewritten under a lock that blocks the writers of a live table?",
      input: "on-lock-hazard",
    },
    invalid: { asks: "Can it be run as it stands? If not it is refused, and no comment allows it." },
  };

/** `docs/judge.md`: every rule with an anchor, what it is about, and the safe way to the same end. */
export function rulesPage(): string {
  const ids = Object.keys(rules) as readonly RuleId[];
  const sections = Object.entries(axes).map(([axis, { asks, input }]) => {
    const own = ids.filter((id) => rules[id].axes[0] === axis);
    return [
      `## ${axis}`,
      "",
      input === undefined
        ? asks
        : `${asks} Input \`${input}\`; ${unsaid(policyInputs[input].fallback, own)}.`,
      "",
      ...own.map(section),
    ].join("\n");
  });
  return [head, ...sections].join("\n");
}

/** What holds where nobody has said anything. */
function unsaid(fallback: string | undefined, own: readonly RuleId[]): string {
  if (fallback !== undefined) return `default \`${fallback}\``;
  const of = (severity: string): readonly RuleId[] =>
    own.filter((id) => severityOf(id, defaultPolicy) === severity);
  const [refused, told] = [of("fail"), of("warn")];
  const few = refused.length < told.length ? refused : told;
  const but = few.map((id) => `\`${id}\``).join(", ");
  return few === told
    ? `without it all of these are refused but ${but}, which is told`
    : `without it all of these are told but ${but}, which is refused`;
}

const head = `<!-- Generated from kit/judge/rules.ts by \`npm run generate\`. Do not edit. -->

# What the judge says of a migration

\`plan\` and \`npx prism-rollout judge <folder>\` read every pending migration with PostgreSQL's own parser, together with
all files before it: what a change set makes itself it may change at will. Where the machine has a PostgreSQL server the
files are replayed on an empty database as well, and what that shows counts, too.

A statement is allowed by a comment directly above it, which whoever approves will see:

\`\`\`sql
-- rollout-allow: drop-column nothing has read it since the release of May
alter table orders drop column legacy_total;
\`\`\`

What is done on an axis is an input of \`migrate\`: \`fail\` refuses all that is on it, \`warn\` refuses nothing for its sake, and
\`off\` says nothing. A rule on two axes is refused where either of them is \`fail\`.

A comment without a reason, of an unknown rule, or above a statement that does not hit the rule is an error. A statement
that is allowed to lose data or to break the live code turns automatic rollback off, and the plan says so.
`;

function section(id: RuleId): string {
  const { axes: on, why, safe, mayFailOnData }: Rule = rules[id];
  const also = on.slice(1).map((axis) => `\`${axis}\``);
  const notes = [
    ...(also.length > 0 ? [`Also on the axis ${also.join(", ")}.`] : []),
    ...(mayFailOnData ? ["Live rows may make it fail."] : []),
    ...(isFromReplay(id) ? ["Only a replay tells."] : []),
  ];
  const text = [`${why.charAt(0).toUpperCase()}${why.slice(1)}.`, ...notes].join(" ");
  return `### ${id}\n\n${text}\n\nSafe way: ${safe}\n`;
}
