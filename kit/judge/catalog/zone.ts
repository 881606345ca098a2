import type { Node } from "libpg-query";
import { partsOf } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";

/** The time zone of the session that runs a file: UTC, as on Supabase, until something sets another one. */
export interface Zone {
  isUtc(): boolean;
  note(node: Node): void;
  /** The file has ended, and with it what it has set for its session; `anew`: the next one has a session of its own. */
  end(anew: boolean): void;
}

/** What a statement sets: nothing, what every session begins with, or a zone, which is UTC or not. */
type Said = "usual" | boolean | undefined;

export function followZone(): Zone {
  // What is set for the database or for our role holds in sessions that begin later.
  let [usual, next] = [true, true];
  let [session, local]: [Said, Said] = ["usual", undefined];
  const given = (said: Said): boolean => (typeof said === "boolean" ? said : usual);
  return {
    isUtc: () => given(local ?? session),
    note: (node) => {
      const { said, isLocal } = settingOf(node);
      if (said !== undefined && isLocal) local = said;
      if (said !== undefined && !isLocal) [session, local] = [said, undefined];
      const ends = as(node, "TransactionStmt")?.kind;
      if (ends === "TRANS_STMT_COMMIT" || ends === "TRANS_STMT_ROLLBACK") local = undefined;
      const later = defaultOf(node);
      if (later !== undefined) next = later;
    },
    end: (anew) => {
      [session, local] = ["usual", undefined];
      if (anew) usual = next;
    },
  };
}

function settingOf(node: Node): { readonly said: Said; readonly isLocal: boolean } {
  const setting = as(node, "VariableSetStmt");
  if (setting) return { said: valueOf(setting), isLocal: setting.is_local === true };
  if (as(node, "DiscardStmt")?.target === "DISCARD_ALL") return { said: "usual", isLocal: false };
  const target = as(as(node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
  const { funcname, args } = as(target, "FuncCall") ?? {};
  const [name, value, isLocal] = (args ?? []).map((one) => as(one, "A_Const"));
  const sets = partsOf(funcname).at(-1) === "set_config" && isZone(name?.sval?.sval);
  return { said: sets ? isUtc(value?.sval?.sval) : undefined, isLocal: isLocal?.boolval?.boolval === true };
}

function valueOf({ kind, name, args }: NodeOf<"VariableSetStmt">): Said {
  if (kind === "VAR_RESET_ALL") return "usual";
  if (!isZone(name)) return undefined;
  const value = as(args?.[0], "A_Const");
  const isZero = value?.ival !== undefined && (value.ival.ival ?? 0) === 0;
  return kind === "VAR_SET_VALUE" ? isZero || isUtc(value?.sval?.sval) : "usual";
}

/** ALTER DATABASE … SET and ALTER ROLE … SET; what is set for other roles is nothing to us. */
function defaultOf(node: Node): boolean | undefined {
  const { role, setstmt } = as(node, "AlterRoleSetStmt") ?? {};
  const ofOthers = role?.roletype === "ROLESPEC_CSTRING" && role.rolename !== "postgres";
  const set = as(node, "AlterDatabaseSetStmt")?.setstmt ?? (ofOthers ? undefined : setstmt);
  const said = set && valueOf(set);
  return said === "usual" ? true : said;
}

function isZone(name: string | undefined): boolean {
  return name?.toLowerCase() === "timezone";
}

function isUtc(zone: string | undefined): boolean {
  return /^(?:etc\/)?(?:utc|gmt|uct|zulu|universal|greenwich|gmt[+-]?0)$|^[+-]?0+(?::00)?$/i.test(zone ?? "");
}
