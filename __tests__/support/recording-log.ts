import type { Log, Place } from "../../kit/ports/log.ts";

/** A log that keeps what was said, as `level: text (file:line)`. */
export interface RecordingLog extends Log {
  readonly lines: string[];
}

export function recordingLog(): RecordingLog {
  const lines: string[] = [];
  const at = (level: string) => (text: string, place?: Place) => {
    const where = place === undefined ? "" : ` (${place.file}:${place.line ?? "?"})`;
    lines.push(`${level}: ${text}${where}`);
  };
  return {
    lines,
    info: at("info"),
    debug: at("debug"),
    notice: at("notice"),
    warn: at("warning"),
    error: at("error"),
    group: (title, work) => {
      lines.push(`group: ${title}`);
      return work();
    },
  };
}
