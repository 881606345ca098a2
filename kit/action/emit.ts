import { statSync, truncateSync } from "node:fs";

/**
 * Sets outputs at once. GitHub takes the last value of a name, so one that is set again right behind itself takes the
 * place of what was set before: the receipts of a thousand migrations would make a file of megabytes otherwise.
 */
export function emitter(
  file: string | undefined,
  set: (name: string, value: string) => void,
): (outputs: Readonly<Record<string, string>>) => void {
  let last: { readonly names: string; readonly from: number; readonly to: number } | undefined;
  return (outputs) => {
    const names = Object.keys(outputs).join();
    if (file && last?.names === names && sizeOf(file) === last.to) takeBack(file, last.from);
    const from = sizeOf(file);
    for (const [name, value] of Object.entries(outputs)) set(name, value);
    last = { names, from, to: sizeOf(file) };
  };
}

function sizeOf(file: string | undefined): number {
  return file ? (statSync(file, { throwIfNoEntry: false })?.size ?? 0) : 0;
}

/** Where it cannot be taken back it may stay: what is set behind it counts. */
function takeBack(file: string, from: number): void {
  try {
    truncateSync(file, from);
  } catch {
    // Said again is as good.
  }
}
