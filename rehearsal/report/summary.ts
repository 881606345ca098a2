import type { VerdictWord } from "../../kit/release/verdict.ts";
import { plainInline } from "./inline.ts";
import { type Block, parseMarkdown } from "./markdown.ts";

/** What a job summary says first, as plain text. */
export interface Head {
  readonly title: string;
  readonly verdict: VerdictWord;
  readonly reason: string;
  readonly next: string;
  /** Both as they were written: commands in them are code. */
  readonly marked: { readonly reason: string; readonly next: string };
}

/** A job summary: its heads (one an action that reported), and what is left of it without the first one's. */
export interface Summary {
  readonly heads: readonly Head[];
  readonly rest: readonly Block[];
}

/**
 * Reads a job summary as kit/action/report.ts writes it: `## title: verdict`, a bold reason, `Next: …`. The rest
 * leaves out a single head (it is told apart), and the items that the evidence has already.
 */
export function readSummary(markdown: string, evidence: readonly string[] = []): Summary {
  const blocks = parseMarkdown(markdown);
  const heads = blocks.flatMap((_, index) => headAt(blocks, index) ?? []);
  const first = heads.length === 1 ? blocks.findIndex((_, index) => headAt(blocks, index)) : -1;
  const without = blocks.filter((_, index) => first < 0 || index < first || index > first + 2);
  return { heads, rest: without.flatMap((block) => withoutEvidence(block, new Set(evidence))) };
}

/** The head that tells most: the last that does not pass, else the last of the phase's own, else the first. */
export function mainHead({ heads }: Pick<Summary, "heads">, phase: string): Head | undefined {
  const isOwn = ({ title }: Head): boolean => title.toLowerCase().replaceAll(" ", "-") === phase;
  return heads.findLast(({ verdict }) => verdict !== "pass") ?? heads.findLast(isOwn) ?? heads[0];
}

function headAt(blocks: readonly Block[], index: number): Head | undefined {
  const [heading, reason, next] = blocks.slice(index, index + 3);
  if (heading?.kind !== "heading" || reason?.kind !== "paragraph" || next?.kind !== "paragraph")
    return undefined;
  const named = /^(.*): (pass|fail|inconclusive|error)$/.exec(heading.text);
  const bold = /^\*\*([\s\S]+)\*\*$/.exec(reason.text);
  const step = /^Next: ([\s\S]+)$/.exec(next.text);
  if (heading.level !== 2 || !named || !bold || !step) return undefined;
  return {
    title: plainInline(named[1] ?? ""),
    verdict: named[2] as VerdictWord,
    reason: plainInline(bold[1] ?? ""),
    next: plainInline(step[1] ?? ""),
    marked: { reason: bold[1] ?? "", next: step[1] ?? "" },
  };
}

function withoutEvidence(block: Block, evidence: ReadonlySet<string>): readonly Block[] {
  if (block.kind !== "list" || evidence.size === 0) return [block];
  const items = block.items.filter((item) => !evidence.has(plainInline(item)));
  return items.length > 0 ? [{ ...block, items }] : [];
}
