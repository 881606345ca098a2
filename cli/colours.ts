/**
 * Whether what is written to a stream is coloured: where a terminal shows it, unless `NO_COLOR` is set; `FORCE_COLOR`
 * colours it anywhere (0 or false: nowhere), and goes before `NO_COLOR`, as Node.js itself has it.
 */
export function wantsColours(
  stream: { readonly isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const forced = env["FORCE_COLOR"] ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
