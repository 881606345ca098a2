import { projectInputs } from "../../checks/health-inputs.ts";
import { databaseInputs } from "../inputs.ts";

const { "database-url": databaseUrl, "login-role": loginRole } = databaseInputs;

/** What `plan` reads of the section `migrate` to log in as it does. */
export const loginInputs = { ...projectInputs, "database-url": databaseUrl, "login-role": loginRole };
