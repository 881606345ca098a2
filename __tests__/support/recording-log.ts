import type { Log } from "../../kit/ports/log.ts";

/** A log that keeps what was said, a line each, as `level: text`. */
export interface RecordingLog extends Log {
  readonly lines: string[];
}

export function recordingLog(): RecordingLog {
  const lines: string[] = [];
  const at = (level: string) => (text: string) => void lines.push(`${level}: ${text}`);
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
