import type { ErrorCode } from "../../../kit/errors/codes.ts";
import { approvals } from "./approvals.ts";
import { cache } from "./cache.ts";
import { checks } from "./checks.ts";
import { configuration } from "./configuration.ts";
import { database } from "./database.ts";
import type { Help } from "./form.ts";
import { functions } from "./functions.ts";
import { machine } from "./machine.ts";
import { migrations } from "./migrations.ts";
import { rollback } from "./rollback.ts";
import { services } from "./services.ts";
import { site } from "./site.ts";

/** Help for every code. A new code does not compile without its own. */
export const errorHelp: Readonly<Record<ErrorCode, Help>> = {
  ...configuration,
  ...approvals,
  ...services,
  ...database,
  ...migrations,
  ...functions,
  ...site,
  ...cache,
  ...checks,
  ...rollback,
  ...machine,
};
