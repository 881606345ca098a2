import type { Rule } from "./rule.ts";

/** What the live code may do, or what it may write, becomes less. */
export const tighteningRules = {
  "drop-policy": {
    axes: ["tightens"],
    degree: "drop",
    why: "who may see or change rows is another at once",
    safe: "ALTER POLICY, or create it again under the same name in the same file.",
  },
  "add-constraint": {
    axes: ["tightens"],
    mayFailOnData: true,
    why: "what the live code writes may be refused, and rows that are there may fail it",
    safe: "See that nothing that is live writes what it forbids.",
  },
  "set-not-null": {
    axes: ["tightens"],
    mayFailOnData: true,
    why: "the live code may still leave it out, and rows that are there may fail it",
    safe: "Give it a default, and see that nothing that is live writes NULL.",
  },
  "required-column": {
    axes: ["tightens"],
    mayFailOnData: true,
    why: "the live code does not write it, and it fails where there are rows",
    safe: "Give it a default, or leave out NOT NULL until everything that is live writes it.",
  },
  "drop-default": {
    axes: ["tightens"],
    why: "the live code may leave it out, and it must not be null",
    safe: "Drop it once everything that is live writes the column.",
  },
  "enable-row-security": {
    axes: ["tightens"],
    why: "from then on its rows are seen and changed only by its owner, and by whom a policy lets",
    safe: "Make its policies in the same file, for each role and each command that live code uses.",
  },
  revoke: {
    axes: ["tightens"],
    why: "whoever had it is refused at once",
    safe: "See that nothing that is live uses it under that role.",
  },
  "lose-grants": {
    axes: ["tightens"],
    why: "it is made anew without what had been granted on it",
    safe: "GRANT it again in the same file, or CREATE OR REPLACE, which keeps its grants.",
  },
  "regain-grants": {
    axes: ["tightens"],
    why: "it is made anew with what every new one is granted, also what had been revoked on it",
    safe: "REVOKE it again in the same file, or CREATE OR REPLACE, which keeps its grants.",
  },
  "lose-security-definer": {
    axes: ["tightens"],
    why: "who calls it needs rights of their own on what it uses, and sees only the rows that are theirs",
    safe: "Repeat SECURITY DEFINER, or see that whoever calls it has these rights.",
  },
  "gain-security-definer": {
    axes: ["tightens"],
    why: "it works with its owner's rights now, past the row security that held for whoever calls it",
    safe: "Leave it SECURITY INVOKER, or see that it asks itself who calls it and gives each only what is theirs.",
  },
  "disable-row-security": {
    axes: ["tightens"],
    why: "its policies hold for nobody any more: whoever has a right on it sees and changes all of its rows",
    safe: "Leave it on, and make a policy that lets through what is needed.",
  },
  "narrow-policy": {
    axes: ["tightens"],
    why: "who was let through may be refused now",
    safe: "See that nothing that is live asks under that role or for those rows.",
  },
  "lose-security-invoker": {
    axes: ["tightens"],
    why: "it reads with its owner's rights now, past the row security that held for its readers",
    safe: "Repeat WITH (security_invoker = true).",
  },
  "gain-security-invoker": {
    axes: ["tightens"],
    why: "who reads it needs rights of their own on what it shows, and sees only the rows that are theirs",
    safe: "See that whoever reads it has these rights, and policies for the rows that they need.",
  },
  "restrictive-policy": {
    axes: ["tightens"],
    why: "it takes from what every other policy allows",
    safe: "See that nothing that is live asks for what it forbids.",
  },
} as const satisfies Readonly<Record<string, Rule>>;
