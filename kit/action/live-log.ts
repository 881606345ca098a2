import * as core from "@actions/core";
import type { Log, Place } from "../ports/log.ts";

/** The runner's log: groups fold, warnings and errors become annotations. Remembers what it said last. */
export function liveLog(): Log & { readonly last: () => string | undefined } {
  let last: string | undefined;
  const note = (text: string): string => (last = text);
  return {
    info: (text) => core.info(note(text)),
    debug: (text) => core.debug(text),
    notice: (text) => core.notice(note(text)),
    warn: (text, place) => core.warning(note(text), annotation(place)),
    error: (text, place) => core.error(note(text), annotation(place)),
    group: (title, work) => core.group(note(title), work),
    last: () => last,
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
