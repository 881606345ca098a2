import type { Wanted } from "./options.ts";
import type { Scaffold } from "./scaffold.ts";

/** An action: its declaration, its start and a story that does nothing yet, with a test that says so. */
export function newAction(wanted: Wanted): Scaffold {
  const { name, camel } = wanted;
  const folder = `actions/${name}`;
  const key = name === camel ? name : `"${name}"`;
  return {
    files: new Map([
      [`${folder}/spec.ts`, spec(wanted)],
      [`${folder}/main.ts`, main(wanted)],
      [`${folder}/${name}.ts`, story(wanted)],
      [`__tests__/${folder}/${name}.test.ts`, test(wanted)],
    ]),
    insertions: [
      {
        file: "scripts/entries.ts",
        anchor: "} as const;\n\nexport type ActionName",
        text: `  ${key}: () => import("../actions/${name}/main.ts"),\n`,
      },
      {
        file: "scripts/specs.ts",
        anchor: "\n/** The declarations of all actions",
        text: `import { spec as ${camel} } from "../actions/${name}/spec.ts";\n`,
      },
      { file: "scripts/specs.ts", anchor: "];\n", text: `  ${camel},\n` },
    ],
    next: [
      `Say in ${folder}/spec.ts what it does, what it takes, what its tokens must be allowed.`,
      "npm run generate writes its action.yml, the tables of its README and its section of the schema.",
      `Write the story in ${folder}/${name}.ts: (inputs, Pick<Runtime, …>) => Promise<Done>.`,
      `npm test -- __tests__/${folder} is red until the story is told; add what it refuses and what it survives.`,
      "npm run build puts it into dist/; a row in the README's table of actions, and in docs/secrets.md if it takes a token.",
    ],
  };
}

function spec({ name, pascal }: Wanted): string {
  const title = pascal.replace(/(.)([A-Z])/g, (_, before: string, letter: string) => {
    return `${before} ${letter.toLowerCase()}`;
  });
  return `import { text } from "../../kit/action/input.ts";
import { readsContents } from "../../kit/action/permission.ts";
import { placeInputs } from "../../kit/action/shared-inputs.ts";
import { type InputsOf, defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";

export const spec = defineAction({
  name: "${name}",
  title: "${title}",
  description: "Says in one sentence what it does, and what it proves.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("10m"),
    subject: text({ description: "What it works on.", default: "." }),
  },
  permissions: [readsContents],
  outputs: { done: "What it came to." },
});

export type ${pascal}Inputs = InputsOf<typeof spec>;
`;
}

function main({ camel, name }: Wanted): string {
  return `import { runAction } from "../../kit/action/run.ts";
import type { LoadSpecs } from "../../kit/action/spec.ts";
import { ${camel} } from "./${name}.ts";
import { spec } from "./spec.ts";

/** Runs this action as a runner starts it. */
export const main = (specs: LoadSpecs): Promise<void> => runAction(spec, ${camel}, specs);
`;
}

function story({ camel, pascal, name }: Wanted): string {
  return `import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { ${pascal}Inputs, spec } from "./spec.ts";

/** Inspect, do, prove. */
export async function ${camel}(
  { subject }: ${pascal}Inputs,
  { log }: Pick<Runtime, "log">,
): Promise<Done<typeof spec>> {
  await log.group(subject, () => Promise.reject(new Error("${name} does nothing yet: actions/${name}/${name}.ts")));
  return {
    outputs: { done: subject },
    report: { verdict: "pass", reason: \`\${subject} is done.\`, next: "Nothing to do." },
  };
}
`;
}

function test({ camel, name }: Wanted): string {
  return `import { expect, test } from "@jest/globals";
import { ${camel} } from "../../../actions/${name}/${name}.ts";
import { spec } from "../../../actions/${name}/spec.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { testWorld } from "../../support/test-world.ts";

test("it does what it says, and says what it has done", async () => {
  const { outputs, report } = await ${camel}(inputsFrom(spec.inputs, { subject: "here" }), await testWorld());
  expect(report).toMatchObject({ verdict: "pass", next: "Nothing to do." });
  expect(outputs.done).toBe("here");
});
`;
}
