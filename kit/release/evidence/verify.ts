import { heldIn } from "../../action/held-in.ts";
import { digest } from "../canonical.ts";
import { ofOtherMajor, schemaOf } from "../formats.ts";
import { type Receipt, intentSha, receiptSha } from "../record/receipt.ts";
import {
  type Predicate,
  type Sealed,
  type Statement,
  endsOf,
  predicateType,
  statementType,
} from "./statement.ts";
import { isObject } from "../../ports/json-object.ts";
import { type Form, misfit } from "../../ports/misfit.ts";

/** What a statement holds, and what in it does not hold, a sentence each. */
export interface Verified {
  readonly predicate: Predicate | undefined;
  readonly problems: readonly string[];
}

/**
 * Checks a statement against itself, without a network: every receipt against its digest, each phase's receipts
 * against their order and their chain, the whole against its subject. A receipt that was changed, dropped or moved
 * is named.
 */
export function verifyStatement(value: unknown): Verified {
  const statement = shapeOf(value);
  if (statement === undefined) return { predicate: undefined, problems: [whyNone(value)] };
  const { predicate, subject } = statement;
  const own = digestOf(predicate);
  if (own === undefined) return { predicate, problems: ["it holds a number that this suite never writes"] };
  const named = [...changed(predicate.receipts), ...strangers(predicate), ...chains(predicate)];
  const whole = subject.find(({ name }) => name === predicate.release)?.digest["sha256"];
  const commit = subject.find(({ name }) => name === predicate.repository)?.digest["gitCommit"];
  return {
    predicate,
    problems: [
      ...named,
      ...(commit === predicate.commit
        ? []
        : [`its subject is the commit ${commit ?? "(none)"}, but it speaks of ${predicate.commit}`]),
      // Where something is named already, that the whole differs says nothing more.
      ...(named.length > 0 || whole === own
        ? []
        : ["something beside the receipts was changed: the whole does not have the digest of its subject"]),
    ],
  };
}

/** A number that no canonical text has can only have been written later. */
function digestOf(predicate: Predicate): string | undefined {
  try {
    return digest(predicate);
  } catch {
    return undefined;
  }
}

function changed(sealed: readonly Sealed[]): readonly string[] {
  return sealed.flatMap(({ receipt, sha256 }) =>
    receiptSha(receipt) === sha256 ? [] : [`${nameOf(receipt)} was changed: it does not have its digest`],
  );
}

function strangers({ receipts, release }: Predicate): readonly string[] {
  return receipts.flatMap(({ receipt }) =>
    receipt.release === release ? [] : [`${nameOf(receipt)} is of another release, ${receipt.release}`],
  );
}

function chains(predicate: Predicate): readonly string[] {
  const found = endsOf(predicate.receipts);
  const phases = new Set([...Object.keys(predicate.chains), ...Object.keys(found)]);
  return [...phases].flatMap((phase) => {
    const own = predicate.receipts.map(({ receipt }) => receipt).filter((one) => one.phase === phase);
    const end = heldIn(predicate.chains, phase);
    const broken = chainProblems(own);
    if (broken.length > 0) return broken;
    const due = typeof end?.receipts === "number" ? end.receipts : 0;
    if (own.length < due)
      return [`receipt ${own.length + 1} of ${phase} is missing: ${own.length} of ${due} are there`];
    return end?.head === heldIn(found, phase)?.head && end?.receipts === own.length
      ? []
      : [`the receipts of ${phase} do not end as its chain says`];
  });
}

/** One phase's receipts as they stand in the file: from 1, each the next, each naming the one before. */
export function chainProblems(receipts: readonly Receipt[]): readonly string[] {
  const known = new Set(receipts.map(({ seq }) => seq));
  return receipts.flatMap((receipt, index) => {
    const { seq, phase } = receipt;
    const before = receipts[index - 1];
    const expected = (before?.seq ?? 0) + 1;
    if (seq !== expected) {
      const missing = !known.has(expected);
      return missing && seq > expected
        ? [`receipt ${expected} of ${phase} is missing: receipt ${seq} stands in its place`]
        : [
            `${nameOf(receipt)} stands in another place than it was written in: receipt ${expected} is due there`,
          ];
    }
    const prev = before === undefined ? null : intentSha(before);
    if (receipt.prev === prev) return [];
    return before === undefined
      ? [`${nameOf(receipt)} is the first, but names one before it`]
      : [`${nameOf(before)} is not the one on which receipt ${seq} was written: one of them was changed`];
  });
}

function nameOf({ seq, phase, component }: Receipt): string {
  return `receipt ${seq} of ${phase} (${component})`;
}

function whyNone(value: unknown): string {
  const predicate = isObject(value) ? value["predicate"] : undefined;
  return (
    ofOtherMajor("evidence", predicate, "it")?.message ??
    `it is no in-toto statement with ${schemaOf("evidence")}`
  );
}

/** What is read of a statement, and told of it: `sha256` and the ends of chains are only compared. */
const form: Form = {
  fields: {
    subject: { each: { fields: { digest: { values: "text" } } } },
    predicate: {
      fields: {
        release: "text",
        repository: "text",
        commit: "text",
        outcome: "text",
        because: "text",
        chains: { values: { fields: {} } },
        receipts: {
          each: {
            fields: {
              receipt: { fields: { seq: "number", phase: "text", component: "text", release: "text" } },
            },
          },
        },
        phases: { each: "any" },
        reviews: { each: "any" },
        undone: { each: "any" },
      },
    },
  },
};

function shapeOf(value: unknown): Statement | undefined {
  if (!isObject(value) || value["_type"] !== statementType || value["predicateType"] !== predicateType)
    return undefined;
  const { predicate } = value;
  if (!isObject(predicate) || predicate["schema"] !== schemaOf("evidence")) return undefined;
  return misfit(value, form) === undefined ? (value as unknown as Statement) : undefined;
}
