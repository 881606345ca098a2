import type { Detail, FileChange, Trial } from "../../../kit/release/plan/plan.ts";
import { code, counted, fenced, folded, plain, table } from "../../../kit/action/markdown.ts";

/** One change as an item of a list. */
export function changeLine({ what, how, beware }: Detail): string {
  const facts = how.length === 0 ? "" : `: ${how.map(plain).join("; ")}`;
  const warned = beware.map((text) => `<br>**${plain(text)}**`).join("");
  return `- ${code(what)}${facts}${warned}`;
}

/** What is folded below a change: its SQL, its files, its table. */
export function foldedOf(detail: Detail): readonly { readonly title: string; readonly text: string }[] {
  const { what, source, files = [] } = detail;
  return [
    ...(source === undefined
      ? []
      : [{ title: `SQL of ${what}`, text: folded(`SQL of ${what}`, fenced(source.text, source.language)) }]),
    ...(files.length === 0 ? [] : [{ title: `files of ${what}`, text: foldedFiles(what, files) }]),
  ];
}

const shown = 2000;

function foldedFiles(what: string, files: readonly FileChange[]): string {
  const lines = files.slice(0, shown).map(fileLine);
  const more = files.length > shown ? [`… and ${files.length - shown} more`] : [];
  const title = `${counted(files.length, "file")} of ${what}`;
  return folded(title, fenced([...lines, ...more].join("\n"), "diff"));
}

const marks: Readonly<Record<FileChange["is"], string>> = { new: "+", gone: "-", changed: "!" };

/** «! shared/score.ts +12 −3» */
function fileLine({ path, is, lines }: FileChange): string {
  const count = lines === undefined ? "" : `  +${lines.added} −${lines.removed}`;
  return `${marks[is]} ${path.replace(/\s+/g, " ")}${count}`;
}

/** A change's table; names as code. */
export function tableOf({ table: given }: Detail): readonly string[] {
  if (given === undefined || given.rows.length === 0) return [];
  const rows = given.rows.map(([first = "", ...rest]) => [code(first), ...rest.map(plain)]);
  return [table(given.columns.map(plain), rows)];
}

/** What was tried of all changes of a phase, with what its signs mean. */
export function trialOf({ title, columns, rows, says }: Trial): readonly string[] {
  const named = rows.map(([first = "", ...rest]) => [code(first), ...rest.map(plain)]);
  return [`#### ${plain(title)}`, table(columns.map(plain), named), plain(says)];
}
