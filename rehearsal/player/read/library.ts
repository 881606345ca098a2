import * as nodeModule from "node:module";
import type * as Actions from "@actions/workflow-parser/actions/index";
import type * as Parser from "@actions/workflow-parser";

/** GitHub's own reader of workflow and action files. */
export interface Library {
  readonly workflows: typeof Parser;
  readonly actions: typeof Actions;
}

/**
 * Loads `@actions/workflow-parser`. It imports JSON without saying so, which Node refuses; where that is so,
 * a hook says it for the package. Bundlers and jest need none.
 */
export async function loadLibrary(): Promise<Library> {
  const done = (await importsJson()) ? () => {} : allowJson();
  try {
    return {
      workflows: await import("@actions/workflow-parser"),
      actions: await import("@actions/workflow-parser/actions/index"),
    };
  } finally {
    done();
  }
}

async function importsJson(): Promise<boolean> {
  const anyJson = "data:application/json,true";
  try {
    await import(anyJson);
    return true;
  } catch {
    return false;
  }
}

interface Loaded {
  importAttributes?: Record<string, string>;
}
type Load = (url: string, context: Loaded, next: (url: string, context: Loaded) => unknown) => unknown;

/** Newer Node has hooks in the same thread that can be taken off again; Node 20 has only the others. */
function allowJson(): () => void {
  const load: Load = (url, context, next) =>
    next(url, url.endsWith(".min.json") ? { ...context, importAttributes: { type: "json" } } : context);
  const modern: unknown = Reflect.get(nodeModule, "registerHooks");
  if (typeof modern === "function") {
    const hooks: unknown = Reflect.apply(modern, nodeModule, [{ load }]);
    return () => {
      if (typeof hooks !== "object" || hooks === null) return;
      const off: unknown = Reflect.get(hooks, "deregister");
      if (typeof off === "function") Reflect.apply(off, hooks, []);
    };
  }
  nodeModule.register(`data:text/javascript,${encodeURIComponent(`export const load = ${load.toString()}`)}`);
  return () => {};
}
