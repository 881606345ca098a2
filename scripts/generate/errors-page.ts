import { errorCodes } from "../../kit/errors/codes.ts";

/** `docs/errors.md`: an anchor for every code. What to do stands in each message itself. */
export function errorsPage(): string {
  const rows = Object.entries(errorCodes).map(([code, meaning]) => `## ${code}\n\n${capital(meaning)}.\n`);
  return [
    "<!-- Generated from kit/errors/codes.ts by `npm run generate`. Do not edit. -->",
    "# Errors",
    "",
    "Every error that a user can mend has a code. Its message says what happened, where, and what to do.",
    "Anything without a code is a bug of this suite: please report it.",
    "",
    ...rows,
  ].join("\n");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
