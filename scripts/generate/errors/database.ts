import type { SomeHelp } from "./form.ts";

/** The database's connection, its ledger, who else is there, and what protects it. */
export const database = {
  PR411: {
    when: "No session with the database: a wrong address or password, IPv6 only, network restrictions, a certificate, or a transaction pooler, which keeps neither locks nor settings. The message tells which. Nothing was changed.",
    fix: "Use the session pooler's address (`…pooler.supabase.com:5432`) or the direct one, percent-encode special characters of the password. GitHub's runners have IPv4 only: the direct address needs Supabase's IPv4 add-on.",
  },
  PR414: {
    when: "A recorded version has no file, an applied file was edited, or a pending file is older than the newest that is applied. Nothing was changed.",
    fix: "Each line of the message has its own: fetch the file, put it back, `supabase migration repair`, `out-of-order` or `adopt`. [coming-from.md](coming-from.md#a-ledger-that-is-there-already) tells them apart. Version 3 of the CLI needs `--remote=<reference>` with these, else it means the local stack.",
  },
  PR415: {
    when: "A lock was not to be had within `lock-timeout`, `lock-attempts` times, or another migration of the same database did not end within `turn-wait`. The file that waited was rolled back.",
    fix: "Look who holds it (`select * from pg_stat_activity`), and run the failed job again at a quieter time. A session whose runner is gone ends with `select pg_terminate_backend(<pid>)`.",
  },
  PR418: {
    when: "The schema in which this suite notes its progress belongs to another role. Nothing was changed.",
    fix: "Connect as its owner, or give it to the role of `database-url`, as the message spells out.",
  },
  PR419: {
    when: "Rows appeared in the ledger while this release had its turn. What this release applied until then is recorded.",
    fix: "Take away the other applier: a `supabase db push` in a workflow, Supabase's GitHub integration, a person. Then run the failed job again.",
  },
  PR428: {
    when: "`shadow-database-url` names a database that is not empty, is reached as no superuser, or is too old. Nothing was changed there.",
    fix: "Name an empty database of a server that is there for this alone, never a live one. Or leave it out: the runner's own PostgreSQL is taken. [shadow.md](shadow.md).",
  },
  PR438: {
    when: "`restore-point: true`, and Supabase makes none: no physical backups, or a token without `backups_write`. Nothing was changed.",
    fix: "See Database → Backups of the project; restore points need a paid plan. Without `restore-point` the release goes on.",
  },
} satisfies SomeHelp;
