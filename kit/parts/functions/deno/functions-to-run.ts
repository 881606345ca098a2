import type { FunctionsInputs } from "../inputs.ts";
import type { Inspected } from "../plan-functions.ts";
import type { FunctionSource } from "../declared/source.ts";

export interface RunnableFunction {
  readonly slug: string;
  readonly source: FunctionSource;
}

/** The functions of a release, as something that can be run. */
export interface RunnableFunctions {
  readonly live: readonly RunnableFunction[];
  /** Undefined where the release changes none. */
  readonly wanted: readonly RunnableFunction[] | undefined;
  /** How each proves that it serves. */
  readonly healthRequest: Readonly<Record<string, string>>;
}

/** What is live of the declared functions, and what the release makes of them, as something that can be run. */
export function functionsToRun(
  { wanted, live, changes }: Inspected,
  { healthRequest }: Pick<FunctionsInputs, "healthRequest">,
): RunnableFunctions {
  const running = wanted.flatMap(({ slug, source: declared }) => {
    const now = changes.find((one) => one.slug === slug)?.live ?? live.functions.get(slug);
    // What was not read is live as it is declared: of all else the sources were read.
    const source = now?.unread === true ? declared : now?.source;
    return source === undefined ? [] : [{ slug, source }];
  });
  return {
    live: running,
    wanted: changes.length === 0 ? undefined : wanted.map(({ slug, source }) => ({ slug, source })),
    healthRequest,
  };
}
