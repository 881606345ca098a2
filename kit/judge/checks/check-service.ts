import type { Node } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { type NodeOf, as } from "../walk.ts";
import { isOff } from "./option.ts";

/** What a role could do and can do no longer, by the options of an ALTER ROLE. */
const taken: Readonly<Record<string, string>> = {
  canlogin: "NOLOGIN",
  inherit: "NOINHERIT",
  bypassrls: "NOBYPASSRLS",
  superuser: "NOSUPERUSER",
  createdb: "NOCREATEDB",
  createrole: "NOCREATEROLE",
  isreplication: "NOREPLICATION",
};

/** ALTER ROLE, and ALTER GROUP … DROP USER. */
export function checkRole(
  { role, options, action = 1 }: NodeOf<"AlterRoleStmt">,
  { catalog, known }: Context,
): readonly Hit[] {
  const name = role?.rolename ?? "the current role";
  if (known.fresh(`role ${name}`)) return [];
  const made = as(catalog.made(`role ${name}`), "CreateRoleStmt");
  return (options ?? []).flatMap((node): readonly Hit[] => {
    const { defname = "", arg } = as(node, "DefElem") ?? {};
    const said = defname === "rolemembers" ? (action < 0 ? "fewer members" : undefined) : lost(defname, arg);
    return said === undefined || hadNot(made, defname) ? [] : [{ rule: "revoke", thing: `${name}: ${said}` }];
  });
}

function lost(option: string, value: Node | undefined): string | undefined {
  if (Object.hasOwn(taken, option)) return isOff(value) ? taken[option] : undefined;
  const limit = as(value, "Integer")?.ival ?? 0;
  if (option === "connectionlimit") return limit < 0 ? undefined : `CONNECTION LIMIT ${limit}`;
  if (option === "password") return "another PASSWORD";
  const until = as(value, "String")?.sval;
  return option === "validUntil" && until !== "infinity" ? `VALID UNTIL ${until ?? "?"}` : undefined;
}

/** What the statement that made the role did not give it either: CREATE ROLE gives nothing but INHERIT, CREATE USER a login. */
function hadNot(made: NodeOf<"CreateRoleStmt"> | undefined, option: string): boolean {
  if (!made || option === "inherit" || !Object.hasOwn(taken, option)) return false;
  const said = (made.options ?? []).map((node) => as(node, "DefElem")).find((one) => one?.defname === option);
  if (said) return isOff(said.arg);
  return option !== "canlogin" || made.stmt_type !== "ROLESTMT_USER";
}

/** ALTER DATABASE, by whom it lets in. */
export function checkDatabase({ dbname = "?", options }: NodeOf<"AlterDatabaseStmt">): readonly Hit[] {
  return (options ?? []).flatMap((node): readonly Hit[] => {
    const { defname, arg } = as(node, "DefElem") ?? {};
    if (defname === "allow_connections")
      return isOff(arg) ? [{ rule: "revoke", thing: `database ${dbname}: ALLOW_CONNECTIONS false` }] : [];
    const limit = as(arg, "Integer")?.ival ?? 0;
    return defname === "connection_limit" && limit >= 0
      ? [{ rule: "revoke", thing: `database ${dbname}: CONNECTION LIMIT ${limit}` }]
      : [];
  });
}

/** DISABLE, and ENABLE REPLICA: for whoever is no replica it fires no more. */
export function checkEventTrigger(
  { trigname = "?", tgenabled = "" }: NodeOf<"AlterEventTrigStmt">,
  { known }: Context,
): readonly Hit[] {
  const off = tgenabled === "D" || tgenabled === "R";
  return off && !known.has(`trigger ${trigname}`) ? [{ rule: "disable-trigger", thing: trigname }] : [];
}

export function checkSubscription({
  subname = "?",
  kind,
  options,
}: NodeOf<"AlterSubscriptionStmt">): readonly Hit[] {
  const off = (options ?? []).some((node) => isOff(as(node, "DefElem")?.arg));
  return kind === "ALTER_SUBSCRIPTION_ENABLED" && off
    ? [{ rule: "disable-trigger", thing: `subscription ${subname}` }]
    : [];
}
