import type { Rule } from "./rule.ts";

const later =
  "Stop using it in this release, and drop it in a later one, once nothing that is live can ask for it.";

/** What no longer happens, or is lost, although no DROP names it. */
export const endingRules = {
  "drop-queue": {
    axes: ["data_loss", "breaks_clients"],
    why: "its messages are gone for ever, and whoever sends to it fails",
    safe: later,
  },
  "purge-queue": {
    axes: ["data_loss"],
    why: "all its messages are gone for ever",
    safe: "Let its readers work it off, or delete single messages by their ids.",
  },
  "unlink-object": {
    axes: ["data_loss"],
    why: "the large object is gone for ever",
    safe: "See that no row refers to it, and unlink it in a later release.",
  },
  "disable-trigger": {
    axes: ["breaks_clients"],
    why: "what it did no longer happens",
    safe: "Enable it again in the same file.",
  },
  "narrow-trigger": {
    axes: ["breaks_clients"],
    why: "it fires on less than before, and there what it did no longer happens",
    safe: "Name every event and column that it had.",
  },
  "instead-rule": {
    axes: ["breaks_clients"],
    why: "what the live code writes there is not written, and nobody is told",
    safe: "Use a trigger, which may refuse the write with an error.",
  },
  "narrow-replica-identity": {
    axes: ["breaks_clients"],
    why: "its subscribers hear the key of a changed row only, no longer what was in it before",
    safe: "Keep REPLICA IDENTITY FULL until no subscriber reads the former values.",
  },
  "unpopulated-view": {
    axes: ["breaks_clients"],
    why: "whoever reads it is refused until it is refreshed (55000)",
    safe: "REFRESH MATERIALIZED VIEW in the same file, or leave out WITH NO DATA.",
  },
  "replace-mismatch": {
    axes: ["breaks_clients"],
    why: "PostgreSQL refuses to let it take the place of the one that is there, whose callers would meet another one",
    safe: "Give the new one a name of its own beside it, and let both live for a release.",
  },
  "drop-constraint-cascade": {
    axes: ["breaks_clients"],
    why: "foreign keys of other tables and views that hang on it go with it",
    safe: "Leave CASCADE out: PostgreSQL then names what hangs on it, which can be made again in the same file.",
  },
  "unschedule-job": {
    axes: ["breaks_clients"],
    degree: "scoped",
    why: "what it did no longer happens",
    safe: "Where it is only to change, schedule it again under its name in the same file.",
  },
} as const satisfies Readonly<Record<string, Rule>>;
