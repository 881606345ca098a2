import type { Weakness } from "./accept.ts";
import { admits, isAnything } from "./branch-pattern.ts";
import type { Finding } from "./finding.ts";
import type { FoundEnvironment } from "./found.ts";

interface Question {
  readonly environment: string;
  readonly purpose: string;
  /** The release's ref, as GITHUB_REF has it. */
  readonly ref: string;
  /** Whether something protects the release's branch; undefined where that is not known. */
  readonly isProtected: boolean | undefined;
  readonly mend: string;
  /** The word for «any branch is admitted»; without it that is nobody's concern here. */
  readonly weakness?: Weakness;
}

/** What is wrong with the branches that an environment admits: too many of them, or not the release's. */
export function branchFindings(
  { branches }: Pick<FoundEnvironment, "branches">,
  { environment, purpose, ref, isProtected, mend, weakness }: Question,
): readonly Finding[] {
  const at = { environment, purpose };
  const wide = weakness === undefined ? undefined : tooWide(branches);
  const open = wide === undefined || weakness === undefined ? [] : [{ ...at, weakness, ...wide(mend) }];
  if (admitsRef(branches, ref, isProtected)) return open;
  const wrong = `does not admit ${shortOf(ref)}, from which this release comes: its job would be refused`;
  const fix =
    branches === "protected"
      ? `Protect the branch, or name it in the environment: ${mend} --prune.`
      : `Release from ${listed(branches) || "a branch that it admits"}, or add ${shortOf(ref)} under Settings → Environments.`;
  return [...open, { ...at, wrong, fix }];
}

function tooWide(
  branches: FoundEnvironment["branches"],
): ((mend: string) => Pick<Finding, "wrong" | "fix">) | undefined {
  if (branches === "protected") return undefined;
  if (branches === "all") {
    const wrong = "admits every branch: a workflow on any of them reaches its secrets";
    return (mend) => ({ wrong, fix: `Give it a branch policy: ${mend}.` });
  }
  const any = branches.filter(({ name }) => isAnything(name));
  if (any.length === 0) return undefined;
  const wrong = `admits whatever is pushed: its policy has the pattern ${any.map(({ name }) => name).join(", ")}`;
  return (mend) => ({ wrong, fix: `Take the pattern out: ${mend} --prune.` });
}

/** A pull request's own ref is never released. */
function admitsRef(
  branches: FoundEnvironment["branches"],
  ref: string,
  isProtected: boolean | undefined,
): boolean {
  const [, kind, name = ""] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (kind === undefined || branches === "all") return true;
  if (branches === "protected") return kind === "heads" && isProtected !== false;
  const type = kind === "heads" ? "branch" : "tag";
  return branches.some((pattern) => pattern.type === type && admits(pattern.name, name));
}

function shortOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, "").replace(/^refs\/tags\//, "the tag ");
}

function listed(branches: FoundEnvironment["branches"]): string {
  return typeof branches === "string" ? "" : branches.map(({ name }) => name).join(", ");
}
