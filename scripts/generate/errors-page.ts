import { errorCodes } from "../../kit/errors/codes.ts";
import { errorHelp } from "./errors/help.ts";

/** `docs/errors.md`: an anchor for every code, when it comes, and what to do. */
export function errorsPage(): string {
  const codes = Object.keys(errorCodes) as (keyof typeof errorCodes)[];
  const rows = codes.map((code) => {
    const { when, fix } = errorHelp[code];
    return `## ${code}\n\n**${capital(errorCodes[code])}.** ${when}\n\nWhat to do: ${fix}\n`;
  });
  return [
    "<!-- Generated from kit/errors/codes.ts and scripts/generate/errors by `npm run generate`. Do not edit. -->",
    "# Errors",
    "",
    "Every error that a user can mend has a code. Its message says what happened, where, and what to do, with the names of",
    "your case; here is what holds for all of them. [troubleshooting.md](troubleshooting.md) begins with what you see.",
    "Anything without a code is a bug of this suite: please report it.",
    "",
    "1xx what was configured · 2xx what was planned or approved · 3xx a service did not answer as it should · 4xx a phase could",
    "not do its work · 5xx the machine",
    "",
    ...rows,
  ].join("\n");
}

/** A file's own name begins as it does. */
function capital(text: string): string {
  return text.startsWith("rollout.yml") ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
