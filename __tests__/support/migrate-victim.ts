// Runs migrate on a database and waits to be killed: argv is the connection string and the repository; with a point (a
// pattern of what is asked, and «before», «during» or «after» it) it kills itself there.
import { migrate } from "../../actions/migrate/migrate.ts";
import { spec } from "../../actions/migrate/spec.ts";
import { connectPostgres } from "../../kit/ports/live-database.ts";
import { type Cut, cutting } from "./cut-connection.ts";
import { inputsFrom } from "./inputs-of.ts";
import { testWorld } from "./test-world.ts";

const [, , url = "", root = "", at, when] = process.argv;
const kill = (): void => void process.kill(process.pid, "SIGKILL");
const point = at === undefined ? -1 : new RegExp(at.replace(/^\/|\/m?$/g, ""), "m");
const { connect } = cutting(connectPostgres, {
  at: point,
  when: (when ?? "before") as Cut["when"],
  onCut: kill,
});
await migrate(inputsFrom(spec.inputs, { "database-url": url }), await testWorld({ root, connect }));
