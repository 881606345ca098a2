const verbs: Readonly<Record<string, string>> = {
  DELETE: "deleted",
  UPDATE: "updated",
  INSERT: "inserted",
  MERGE: "merged",
  COPY: "copied",
};

/** «Its statements: 5 rows deleted, 1 table emptied.» of the server's command tags; nothing where none changed a row. */
export function sayTags(tags: readonly string[]): string | undefined {
  const rows = new Map<string, number>();
  let emptied = 0;
  for (const tag of tags) {
    // `INSERT 0 5`: the number behind is how many.
    const [, verb, count] = /^([A-Z]+) (?:\d+ )?(\d+)$/.exec(tag) ?? [];
    const done = verbs[verb ?? ""];
    if (done !== undefined && Number(count) > 0) rows.set(done, (rows.get(done) ?? 0) + Number(count));
    if (tag === "TRUNCATE TABLE") emptied += 1;
  }
  const said = [...rows].map(([done, count]) => `${count} ${count === 1 ? "row" : "rows"} ${done}`);
  if (emptied > 0) said.push(`${emptied} TRUNCATE`);
  return said.length === 0 ? undefined : `Its statements: ${said.join(", ")}.`;
}
