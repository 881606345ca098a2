import { readAction } from "./action.ts";
import { loadLibrary } from "./library.ts";
import type { Action, Repository } from "./model.ts";
import { noProblems, WorkflowError } from "./problems.ts";
import type { Sources } from "./reading.ts";
import { stepWork } from "./work.ts";

/**
 * Reads an action from a job's workspace, when a step with `uses: ./path` has its turn.
 * @throws {Error} when it is not there. @throws {WorkflowError} when it is wrong.
 */
export async function readLocalAction(folder: string, home: Repository, sources: Sources): Promise<Action> {
  const loading = { sources, library: await loadLibrary(), problems: noProblems(), caller: home.name };
  const repository = { ...home, folder };
  const action = await readAction(folder, repository, loading, 1, (use, saying) =>
    stepWork(use, saying, loading),
  );
  if (loading.problems.found.length > 0) throw new WorkflowError(loading.problems.found);
  if (!action)
    throw new Error(`Can't find action.yml under ${folder}. Did you forget to run actions/checkout?`);
  return action;
}
