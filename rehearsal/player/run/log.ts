import type { Emit, JobRef, Level, StepRef } from "./events.ts";
import type { Masks } from "./masks.ts";
import { type Command, parseCommand } from "./commands.ts";

/** What a step says, as it is told on. */
export interface StepLog {
  /** A line of the step's own output: text or a workflow command. */
  line(text: string, stream: "stdout" | "stderr"): void;
  /** A line of the player's own. */
  note(text: string): void;
  annotate(level: Level, message: string, properties?: Readonly<Record<string, string>>): void;
}

/** GitHub shows so many annotations of a level a step, and so many characters of each. */
const shown = 10;
const longest = 4096;

const outdated = new Map([
  ["set-output", "GITHUB_OUTPUT"],
  ["save-state", "GITHUB_STATE"],
  ["set-env", "GITHUB_ENV"],
  ["add-path", "GITHUB_PATH"],
]);

/** Reads a step's output: commands are obeyed, all else is told line by line. Everything is masked. */
export function createStepLog(job: JobRef, step: StepRef, masks: Masks, emit: Emit): StepLog {
  const counts = new Map<Level, number>();
  const say = (stream: Stream, line: string): void =>
    emit({ kind: "log", job, step, stream, line: masks.hide(line) });
  const annotate: StepLog["annotate"] = (level, message, properties = {}) => {
    const count = (counts.get(level) ?? 0) + 1;
    counts.set(level, count);
    const hidden = masks.hide(message);
    if (count > shown) return say("runner", `${level}: ${hidden}`);
    const entries = Object.entries(properties).map(([key, value]) => [key, masks.hide(value)]);
    const shownProperties = Object.fromEntries(entries);
    emit({
      kind: "annotation",
      job,
      step,
      level,
      message: hidden.slice(0, longest),
      properties: shownProperties,
    });
  };
  const group = (title: string | undefined): void => emit({ kind: "group", job, step, title });
  return { note: (text) => say("runner", text), annotate, line: lineReader({ say, annotate, group, masks }) };
}

type Stream = "stdout" | "stderr" | "runner" | "debug";

interface Voice {
  readonly say: (stream: Stream, line: string) => void;
  readonly annotate: StepLog["annotate"];
  readonly group: (title: string | undefined) => void;
  readonly masks: Masks;
}

/** Tells lines on and obeys commands, except between `::stop-commands::token` and `::token::`. */
function lineReader(voice: Voice): StepLog["line"] {
  let deaf: string | undefined;
  return (text, stream) => {
    const command = parseCommand(text);
    if (deaf !== undefined) {
      if (command?.name === deaf) deaf = undefined;
      else voice.say(stream, text);
    } else if (command?.name === "stop-commands") {
      deaf = command.message.toLowerCase();
    } else if (!command || !obey(command, voice)) {
      voice.say(stream, text);
    }
  };
}

/** Does what a command says; false when there is no such command. */
function obey({ name, properties, message }: Command, { say, annotate, group, masks }: Voice): boolean {
  const file = outdated.get(name);
  if (file !== undefined) {
    annotate("error", `The command "${name}" is no longer obeyed: write to the file that ${file} names.`);
  } else if (name === "error" || name === "warning" || name === "notice") annotate(name, message, properties);
  else if (name === "debug") say("debug", message);
  else if (name === "group") group(masks.hide(message));
  else if (name === "endgroup") group(undefined);
  else if (name === "add-mask") masks.add(message);
  else return ["echo", "add-matcher", "remove-matcher"].includes(name);
  return true;
}
