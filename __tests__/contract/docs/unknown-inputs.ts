import { spansIn } from "./markdown.ts";

/** What a key in backticks may be: inputs and sections of rollout.yml, and keys that belong to GitHub. */
export interface Keys {
  readonly sections: ReadonlySet<string>;
  /** Every input of every action, and of the called workflow. */
  readonly inputs: ReadonlySet<string>;
  /** Inputs by section, where a page names both: `smoke.install`. */
  of(section: string): ReadonlySet<string>;
}

/** Keys of workflows, of permissions, of Playwright's configuration and of what a probe sends, which are no inputs. */
const others = new Set(
  [
    "actions administration checks contents deployments id-token issues members packages pull-requests security-events statuses",
    "deployment environment if include-hidden-files jobs needs on permissions queue run runs-on secrets steps targets timeout-minutes uses with",
    "screenshot synthetic trace x-synthetic",
  ].flatMap((line) => line.split(" ")),
);

/** The inputs that a page names in backticks (`key: value`, `section.key`) and that no action has. */
export function unknownInputs(page: string, text: string, keys: Keys): readonly string[] {
  return spansIn(text).flatMap(({ text: span, line }) =>
    namedIn(span, keys)
      .filter(([section, key]) => !isKnown(section, key, keys))
      .map(
        ([section, key]) => `${page}:${line}: ${span}: no input ${section === "" ? "" : `${section}.`}${key}`,
      ),
  );
}

type Named = readonly [section: string, key: string];

function namedIn(span: string, { sections }: Keys): readonly Named[] {
  const nested = /^([a-z][a-z-]*): \{ ([a-z][a-z-]*):/.exec(span);
  if (nested && sections.has(nested[1] ?? "")) return [[nested[1] ?? "", nested[2] ?? ""]];
  const dotted = /^([a-z][a-z-]*)\.([a-z][a-z-]*)$/.exec(span);
  if (dotted && sections.has(dotted[1] ?? "") && !isFile(span)) return [[dotted[1] ?? "", dotted[2] ?? ""]];
  const single = /^([a-z][a-z]*(?:-[a-z]+)*): (?![\d.]+$)\S/.exec(span);
  return single ? [["", single[1] ?? ""]] : [];
}

/** `rollback.yml` is a file. */
function isFile(span: string): boolean {
  return /\.(yml|ts|md|json|test|spec|sql)$/.test(span);
}

function isKnown(section: string, key: string, keys: Keys): boolean {
  if (section !== "") return keys.of(section).has(key);
  return keys.inputs.has(key) || keys.sections.has(key) || others.has(key) || key.startsWith("advisor-");
}
