// Runs migrate on a database and waits to be killed: argv is the connection string and the repository.
import { migrate } from "../../actions/migrate/migrate.ts";
import { spec } from "../../actions/migrate/spec.ts";
import { inputsFrom } from "./inputs-of.ts";
import { testWorld } from "./test-world.ts";

const [, , url = "", root = ""] = process.argv;
await migrate(inputsFrom(spec.inputs, { "database-url": url }), await testWorld({ root }));
