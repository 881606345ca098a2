/**
 * The program that holds PGlite, as text: it runs in a Node of its own, whose memory is bounded by flags that only a new
 * process takes, and which is gone when we are. It is sent `{ index, contributions }`, answers `{ id: 0 }`, and then each
 * `{ id, sql, parameters }` by its rows, or without parameters by its command tags.
 */
export const PGLITE_PROGRAM = `
process.on("disconnect", () => process.exit(0));
const plain = ({ message, code, hint, position, where, table }) => ({ message, code, hint, position, where, table });
process.once("message", async ({ index, contributions }) => {
  try {
    const { PGlite } = await import(index);
    const found = await Promise.all(contributions.map((path) => import(path)));
    // What initdb has used is let go before PostgreSQL itself begins.
    const letGo = setInterval(() => globalThis.gc(), 50);
    // A database of a few MB needs no more; by itself PostgreSQL would take 160 MB more of the runner's memory.
    const postgresqlconf = ["shared_buffers = 16MB", "wal_buffers = 1MB", "min_wal_size = 32MB", "max_wal_size = 32MB"];
    const pglite = await PGlite.create({ extensions: Object.assign({}, ...found), postgresqlconf });
    clearInterval(letGo);
    globalThis.gc();
    let last = Promise.resolve();
    const run = async ({ id, sql, parameters }) => {
      try {
        const value = parameters
          ? (await pglite.query(sql, parameters)).rows
          : (await pglite.exec(sql)).map(({ command = "" }) => command);
        process.send({ id, value });
      } catch (error) {
        process.send({ id, error: plain(error) });
      }
    };
    process.on("message", (asked) => { last = last.then(() => run(asked)); });
    process.send({ id: 0 });
  } catch (error) {
    process.send({ id: 0, error: plain(error) });
  }
});
`;
