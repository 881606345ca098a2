import { columnsOf } from "../columns.ts";
import type { Check } from "./check.ts";
import type { Watcher } from "./run.ts";

/** One line on a terminal that says how far it is and for what it waits; nothing where nobody looks. */
export function liveLine(
  stream: Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">,
  now: () => number,
): Watcher & { readonly end: () => void } {
  const open = new Map<Check, number>();
  let begun = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = (): void => {
    const since = Math.min(...open.values());
    const names = [...open.keys()].map(({ what }) => what).join(", ");
    const waited = open.size === 0 ? 0 : Math.round((now() - since) / 1000);
    const waits = open.size === 0 ? "" : `; waiting ${waited} s for ${names}`;
    const line = `${begun - open.size} of ${begun} asked${waits}`;
    stream.write(`\r\u001B[2K${line.slice(0, columnsOf(stream) - 1)}`);
  };
  const change = (edit: () => void): void => {
    edit();
    if (!stream.isTTY) return;
    timer ??= setInterval(draw, 1000);
    draw();
  };
  return {
    begun: (check) =>
      change(() => {
        begun += 1;
        open.set(check, now());
      }),
    ended: (check) => change(() => void open.delete(check)),
    end: () => {
      clearInterval(timer);
      if (timer !== undefined) stream.write("\r\u001B[2K");
    },
  };
}
