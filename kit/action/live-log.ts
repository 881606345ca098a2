import * as core from "@actions/core";
import type { Log, Place } from "../ports/log.ts";

/** Where lines go. */
type Lines = Pick<NodeJS.WriteStream, "cork" | "uncork">;

/** The runner's log: groups fold, warnings and errors become annotations. Remembers what it said last. */
export function liveLog(lines: Lines = process.stdout): Log & { readonly last: () => string | undefined } {
  const gather = gathering(lines);
  let last: string | undefined;
  const note = (text: string): string => {
    gather();
    return (last = text);
  };
  return {
    info: (text) => core.info(asText(note(text))),
    debug: (text) => core.debug(text),
    notice: (text) => core.notice(note(text)),
    warn: (text, place) => core.warning(note(text), annotation(place)),
    error: (text, place) => core.error(note(text), annotation(place)),
    group: (title, work) => core.group(note(title), work),
    last: () => last,
  };
}

/**
 * A text with words from outside (a test's title, what a child said), of which the runner obeys no line: it would take
 * `::` at a line's beginning, behind whatever it takes for a blank (U+0085, too), and `##[` anywhere for a command.
 */
export function asText(text: string): string {
  return text
    .replace(/^((?:[^\S\r\n\u2028\u2029]|\u0085)*):(?=:)/gm, "$1:\u200b")
    .replaceAll("##[", "#\u200b#[");
}

/** For how long what is said may be gathered, in ms: nobody sees it. */
const gathered = 20;

/** Each write wakes whoever reads, on a core that the work needs: a thousand migrations say five thousand lines. */
function gathering(lines: Lines): () => void {
  let gathers = false;
  const write = (): void => {
    process.removeListener("exit", write);
    gathers = false;
    lines.uncork();
  };
  return () => {
    if (gathers) return;
    gathers = true;
    lines.cork();
    // Nobody waits for it, and what was said before the process ends by itself is not lost.
    setTimeout(write, gathered).unref();
    process.once("exit", write);
  };
}

function annotation(place: Place | undefined): core.AnnotationProperties {
  if (place === undefined) return {};
  const { file, line, column } = place;
  return {
    file,
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  };
}
