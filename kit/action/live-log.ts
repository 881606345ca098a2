import * as core from "@actions/core";
import type { Log } from "../ports/log.ts";

/** The runner's log: groups fold, warnings and errors become annotations. */
export function liveLog(): Log {
  return {
    info: (text) => core.info(text),
    debug: (text) => core.debug(text),
    notice: (text) => core.notice(text),
    warn: (text) => core.warning(text),
    error: (text) => core.error(text),
    group: (title, work) => core.group(title, work),
  };
}
