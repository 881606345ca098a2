import { flag, optional, text } from "../../action/input.ts";
import { functionsInputs } from "../functions/inputs.ts";

/** What tries whether `observe` will find what it needs. */
export const checkInputs = {
  check: flag({
    description:
      "Only tries what `observe` will need: asks each question once, and sends one request to a function to measure how long its entry takes to appear. Nothing else is written.",
    default: "false",
  }),
  "marker-function": optional(
    text({ description: "The function that `check` calls; the first of `functions` if not given." }),
  ),
  "marker-body": optional(
    text({
      description:
        "What is posted to it, `{marker}` standing for the marker's name, where its own log is to be measured. Without it `check` sends OPTIONS, and looks for the request itself.",
    }),
  ),
  "functions-url": functionsInputs["functions-url"],
  "functions-key": functionsInputs["functions-key"],
} as const;
