import { heldIn } from "../../../action/held-in.ts";
/** What a server says, as far as it matters here. */
interface Said {
  readonly message: string;
  readonly code?: string;
}

const full =
  "The server's disk is full, or what it allows a statement to use of it: free or enlarge it (Supabase's dashboard, Database, Disk usage).";

/** What is to be done where the cause is not in the file, by the SQLSTATE that the server gave. */
const causes: Readonly<Record<string, string>> = {
  "25006":
    "The database takes no writes: it is a replica, `default_transaction_read_only` is on, or Supabase has made it read-only because its disk is full. Use the primary, switch that off, or free the disk.",
  "42501":
    "The role in `database-url` may not do this: connect as the role that owns what the statement changes (at Supabase postgres), or give it the right.",
  "53100": full,
  "53400": full,
  "53200": "The server had no memory left: give it more, or run this at a quieter time.",
  "53300": "The server had no connection left: run this when fewer clients are connected.",
  "57014":
    "If it was `statement-timeout`, raise it, or let the statement do less at once; else somebody has cancelled it.",
};

/** Undefined where the file itself is what has to change, as far as the code tells. */
export function outsideOfTheFile({ code, message }: Said): string | undefined {
  if (/no space left on device/i.test(message)) return full;
  return code === undefined ? undefined : heldIn(causes, code);
}
