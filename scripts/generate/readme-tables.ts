import type { Spec } from "../../kit/action/spec.ts";
import { commonOutputs } from "../../kit/action/shared-outputs.ts";

const begin = "<!-- begin tables: generated from spec.ts by `npm run generate` -->";
const end = "<!-- end tables -->";

/** An action's README with its tables made anew; what stands outside of the markers is kept. */
export function readmeWithTables(spec: Spec, current: string | undefined): string {
  const block = `${begin}\n\n${tables(spec)}\n\n${end}`;
  if (current === undefined) return `# ${spec.name}\n\n${spec.description}\n\n${block}\n`;
  const from = current.indexOf(begin);
  const to = current.indexOf(end);
  if (from === -1 || to === -1) return `${current.trimEnd()}\n\n${block}\n`;
  return current.slice(0, from) + block + current.slice(to + end.length);
}

function tables(spec: Spec): string {
  const inputs = Object.entries(spec.inputs).map(([name, input]) => {
    const fallback = input.fallback ? `\`${input.fallback}\`` : input.required ? "required" : "";
    return `| \`${name}\` | ${cell(input.kind)} | ${fallback} | ${cell(input.description)} |`;
  });
  const outputs = Object.entries({ ...spec.outputs, ...commonOutputs }).map(
    ([name, text]) => `| \`${name}\` | ${cell(text)} |`,
  );
  const permissions = spec.permissions.map(
    ({ service, name, why, when = "", without }) =>
      `| ${service} | \`${cell(name)}\` | ${cell(why)} | ${cell(when)} | ${consequence[without]} |`,
  );
  return [
    "## Inputs",
    "",
    `Each may stand under \`with:\` or, but for secrets, in the section \`${spec.name}:\` of \`rollout.yml\`.`,
    "",
    "| input | kind | default | what it is |",
    "| --- | --- | --- | --- |",
    ...inputs,
    "",
    "## Outputs",
    "",
    "| output | what it is |",
    "| --- | --- |",
    ...outputs,
    "",
    "## Permissions",
    "",
    "What its tokens must be allowed, and no more. A refusal names what is missing.",
    "",
    "| service | permission | what for | needed only with | without it |",
    "| --- | --- | --- | --- | --- |",
    ...permissions,
  ].join("\n");
}

const consequence = { fails: "it fails", said: "it goes on, and says so" } as const;

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
