import { record } from "../../action/input-map.ts";
import { duration } from "../../action/input.ts";
import { databaseInputs } from "../database/inputs.ts";
import { functionsInputs } from "../functions/inputs.ts";
import { checklistInput } from "./checklist.ts";
import { probes } from "./probes/probes-input.ts";

/** Requests without a browser, beside the suites, whose tags and accounts they share. */
export const probeInputs = {
  probes: probes({
    description:
      "Requests without a browser, in their order, and what must hold of each answer: `name`; `path`, `function` or `rpc`; `method`, `headers`, `body`, `tags`, `capture`, `expect`.",
    default: "[]",
  }),
  "probe-headers": record({
    description:
      "Headers of every probe. By the default an app can tell the attempts of tests, and log them so (`synthetic-field` of `observe`).",
    default: '{ "x-synthetic": "true" }',
  }),
  "probe-timeout": duration({ description: "How long one answer may take.", default: "15s" }),
  checklist: checklistInput,
  "functions-url": functionsInputs["functions-url"],
  "rest-url": databaseInputs["rest-url"],
  "publishable-key": databaseInputs["publishable-key"],
};
