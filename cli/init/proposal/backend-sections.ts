import type { Functions } from "../survey/functions.ts";
import type { Survey } from "../survey/survey.ts";
import { type Entry, type Section, assumed, found } from "./entries.ts";
import { fromStack } from "./relative.ts";

/** `migrate` and `deploy-functions`, as far as there is something to migrate and to deploy. */
export function backendSections(survey: Survey): readonly Section[] {
  const { migrations, functions } = survey;
  return [
    ...(migrations === undefined ? [] : [migrateSection(survey, migrations)]),
    ...(functions === undefined || functions.found.length === 0 ? [] : [functionsSection(survey, functions)]),
  ];
}

function migrateSection(survey: Survey, migrations: NonNullable<Survey["migrations"]>): Section {
  const { directory, count, first, last, issues } = migrations;
  const range = count === 1 ? `1 file, ${first}` : `${count} files, ${first} to ${last}`;
  const hint = [
    `from: "${last}" # a pending file older than this stops the release; an empty ledger takes all`,
    `adopt: "${last}" # the last one that was applied before this suite came, where some were edited since`,
  ];
  return {
    name: "migrate",
    entries: [
      found("directory", fromStack(survey, directory), range),
      // Of files without a clear order none is the last.
      ...(issues.length === 0 ? [{ hint }] : []),
    ],
  };
}

function functionsSection(survey: Survey, functions: Functions): Section {
  const { found: all, directory } = functions;
  const statics = all.flatMap(({ slug, staticFiles }) =>
    staticFiles === undefined ? [] : [[slug, staticFiles] as const],
  );
  const home = directory.replace(/functions$/, "");
  const inside = (path: string): string => fromStack(survey, `${home}${path.replace(/^\.\//, "")}`);
  const own = fromStack(survey, directory);
  return {
    name: "deploy-functions",
    entries: [
      found(
        "functions",
        all.map(({ slug }) => slug),
        `${directory}/`,
      ),
      ...(own === "supabase/functions" ? [] : [found("functions-directory", own, `${directory}/`)]),
      jwtEntry(functions),
      ...(statics.length === 0
        ? []
        : [
            found(
              "static-files",
              Object.fromEntries(statics.map(([slug, { value }]) => [slug, value.map(inside)])),
              statics.map(([, { at }]) => at).join(", "),
            ),
          ]),
      ...importMapEntry(functions, inside),
    ],
  };
}

/** One value where all have the same. */
function jwtEntry({ found: all }: Functions): Entry {
  const [first] = all;
  const places = [...new Set(all.map(({ verifyJwt }) => verifyJwt.at))].join(", ");
  const same = all.every(({ verifyJwt }) => verifyJwt.value === first?.verifyJwt.value);
  const value = same
    ? first?.verifyJwt.value
    : Object.fromEntries(all.map(({ slug, verifyJwt }) => [slug, verifyJwt.value]));
  return found("verify-jwt", value, places);
}

/** Only what is not beside the entrypoint: that is taken by itself. */
function importMapEntry({ found: all }: Functions, inside: (path: string) => string): readonly Entry[] {
  const named = all.flatMap(({ slug, importMap }) =>
    importMap === undefined || new RegExp(`(?:^|/)functions/${slug}/deno\\.jsonc?$`).test(importMap.value)
      ? []
      : [importMap],
  );
  const [first] = named;
  if (first === undefined) return [];
  const same = named.every(({ value }) => value === first.value);
  return same
    ? [assumed("import-map", inside(first.value), `${first.at}; it is taken for all functions`)]
    : [
        {
          hint: [
            `import-map: one for all; config.toml names several: ${named.map(({ at }) => at).join(", ")}`,
          ],
        },
      ];
}
