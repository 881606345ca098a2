import type { Rule } from "./rule.ts";

/** Locks that block writes to a live table for as long as its rows are read or written. */
export const lockRules = {
  "rewrite-table": {
    axes: ["lock_hazard"],
    why: "the whole table is written anew, and nobody may read or write it meanwhile",
    safe: "Add a new column without a volatile default, fill it in batches, and let the code move to it.",
  },
  "scan-for-constraint": {
    axes: ["lock_hazard"],
    mayFailOnData: true,
    why: "all rows are read while nobody may write",
    safe: "Add it NOT VALID, and VALIDATE CONSTRAINT in a later file.",
  },
  "validate-under-lock": {
    axes: ["lock_hazard"],
    mayFailOnData: true,
    why: "the transaction still holds a lock that blocks writes, and all rows are read under it",
    safe: "VALIDATE CONSTRAINT in a file of its own: alone it lets everybody write.",
  },
  "scan-for-not-null": {
    axes: ["lock_hazard"],
    mayFailOnData: true,
    why: "all rows are read while nobody may read or write",
    safe: "Add CHECK (column IS NOT NULL) NOT VALID, VALIDATE it in a later file, then SET NOT NULL reads nothing.",
  },
  "build-index": {
    axes: ["lock_hazard"],
    why: "nobody may write while the index is built",
    safe: "CREATE INDEX CONCURRENTLY in a file of its own.",
  },
  "build-constraint-index": {
    axes: ["lock_hazard"],
    mayFailOnData: true,
    why: "nobody may read or write while its index is built",
    safe: "CREATE UNIQUE INDEX CONCURRENTLY in a file of its own, then ADD CONSTRAINT … USING INDEX.",
  },
  "rebuild-under-lock": {
    axes: ["lock_hazard"],
    why: "all of it is read or written anew under a lock that blocks writes",
    safe: "REINDEX CONCURRENTLY in a file of its own; leave VACUUM FULL and CLUSTER to a quiet hour.",
  },
  "attach-scan": {
    axes: ["lock_hazard"],
    mayFailOnData: true,
    why: "all rows of the partition are read while nobody may use it",
    safe: "First add a CHECK that is the partition's bounds, NOT VALID, and VALIDATE it in an earlier file.",
  },
  backfill: {
    axes: ["lock_hazard"],
    why: "every row is locked and written anew in one transaction",
    safe: "Fill it in batches outside of the migration, or in a file of its own where the table is small.",
  },
  "scan-under-lock": {
    axes: ["lock_hazard"],
    why: "the file has locked it against writes, and all rows are read under it",
    safe: "Read before the LOCK TABLE, or leave it out: one statement sees one moment anyway.",
  },
  "backfill-under-lock": {
    axes: ["lock_hazard"],
    why: "the transaction still holds a lock that blocks writes, and rows are searched and written under it",
    safe: "Put it into a file of its own, before or after the one that changes the table.",
  },
} as const satisfies Readonly<Record<string, Rule>>;
