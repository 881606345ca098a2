/** The steps of `data.rows[0].count`, with `$.` before it or without; undefined for anything else. */
export function stepsOf(path: string): readonly string[] | undefined {
  const whole = path.trim().replace(/^\$\.?/, "");
  if (!/^(?:[\w-]+|\[\d+\])(?:\.[\w-]+|\[\d+\])*$/.test(whole)) return undefined;
  return whole.split(/[.[\]]/).filter((step) => step !== "");
}

/** What stands there; undefined where nothing does. Nothing is found that the answer has not itself. */
export function valueAt(json: unknown, path: string): unknown {
  const steps = stepsOf(path);
  if (steps === undefined) return undefined;
  let here = json;
  for (const step of steps) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[step];
  }
  return here;
}
