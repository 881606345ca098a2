import type { SomeHelp } from "./form.ts";

/** Migration files: read, judged, tried, run. */
export const migrations = {
  PR412: {
    when: "A pending statement loses data, breaks the code that is live, or is another thing that the rules refuse. File, line, rule and safe way are in the message. Nothing was changed.",
    fix: "Write the safe way that [judge.md](judge.md) gives for the rule. Where it is meant, a comment directly above the statement allows it, and whoever approves sees it: `-- rollout-allow: <rule> <reason>`.",
  },
  PR413: {
    when: "PostgreSQL refused a statement, or the run was stopped. That file was rolled back; the files before it stay, as recorded; functions and web were not touched.",
    fix: "Mend the file and merge: the next release applies what is left. A file that is applied is never edited.",
  },
  PR416: {
    when: "Two files with one version, versions of different lengths that compare as texts in another order than as numbers, or a name that is not `<digits>_<name>.sql`, which the Supabase CLI would skip without an error. Nothing was changed.",
    fix: "Rename the files that the message names; one that is applied keeps its version. Digits with leading zeros, or 14 digits, have one order everywhere.",
  },
  PR417: {
    when: "`judge --applied` names a version that no file has.",
    fix: "Write it as in the file's name, leading zeros included.",
  },
  PR420: {
    when: "A file that cannot be one transaction was cut off behind one of its segments, and that segment was edited since. What ran is in the database, and the file is not recorded as applied.",
    fix: "Put the segments that ran back as they were; change only what comes behind them, or use a new file.",
  },
  PR425: {
    when: "Before COMMIT the file had dropped, changed or deleted something that its plan did not show: a trigger or function of the live database did it. The file was rolled back.",
    fix: "Change the trigger or the file. Where it is meant: `-- rollout-allow: live-effect <reason>` above the statement.",
  },
  PR426: {
    when: "A statement held up live sessions for longer than `blocks-for` (2 s). It was cancelled and the file rolled back, `lock-attempts` times.",
    fix: "Write it so that it holds its lock for a moment: NOT VALID and VALIDATE apart, CREATE INDEX CONCURRENTLY, batches ([judge.md](judge.md)). Or raise `blocks-for` for a window in which nobody minds.",
  },
  PR427: {
    when: "`verify: in-place` tries all pending files in one transaction, and one of them cannot run in any. Nothing was changed.",
    fix: "Release that file without `verify: in-place`, in a release of its own.",
  },
  PR429: {
    when: "`sarif` is no path to a `.sarif` file in the working directory, or it cannot be written.",
    fix: "Write for example `sarif: judge.sarif`.",
  },
  PR430: {
    when: "Something in the folder has the name of a migration and is none that can be read: a folder, a link that leads out or nowhere, another encoding than UTF-8. Nothing was changed.",
    fix: "Correct the files that the message names.",
  },
  PR436: {
    when: "`on-advisors: fail`, and the pending files leave something open that was not before: a table without row level security, a view that shows all rows. Nothing was changed.",
    fix: "Change the file, or say under `accepted-advice` why it is right.",
  },
  PR439: {
    when: "A statement that commits as it goes, or a temporary table, was cut off, and nobody can tell how much of it is done. It was not run again.",
    fix: "See in the database what became of it, then answer by the SQL that the message spells out; or write what is left so that it is right in either case.",
  },
} satisfies SomeHelp;
