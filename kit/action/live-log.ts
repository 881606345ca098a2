import * as core from "@actions/core";
import type { Log, Place } from "../ports/log.ts";

/** The runner's log: groups fold, warnings and errors become annotations. */
export function liveLog(): Log {
  return {
    info: (text) => core.info(text),
    debug: (text) => core.debug(text),
    notice: (text) => core.notice(text),
    warn: (text, place) => core.warning(text, annotation(place)),
    error: (text, place) => core.error(text, annotation(place)),
    group: (title, work) => core.group(title, work),
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
