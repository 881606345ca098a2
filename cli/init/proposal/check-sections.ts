import type { Manifest } from "../survey/manifests.ts";
import { type Playwright, filterOf } from "../survey/playwright.ts";
import type { Survey } from "../survey/survey.ts";
import { type Entry, type Section, assumed, found } from "./entries.ts";
import { fromStack, runScript } from "./relative.ts";

const quality: readonly (readonly string[])[] = [
  ["test", "test:unit", "unit"],
  ["lint"],
  ["typecheck", "type-check", "types", "check-types", "tsc"],
];
const mostSpecs = 8;

/** `smoke` and `observe`: what tells whether a release is any good. */
export function checkSections(survey: Survey): readonly Section[] {
  const entries = [...commandEntries(survey), ...suiteEntries(survey)];
  return [
    ...(entries.length === 0 ? [] : [{ name: "smoke", entries }]),
    ...(survey.events.length === 0 ? [] : [observeHint(survey)]),
  ];
}

/** Scripts of the stack's own package.json, else of the web app's. */
function commandEntries(survey: Survey): readonly Entry[] {
  const { manifests, stack, web } = survey;
  const own = manifests.find(({ folder }) => folder === stack);
  const chosen = quality.flatMap((names) => {
    const at = [own, web?.manifest].flatMap((manifest) => {
      const script = manifest && names.find((name) => isMeant(manifest, name));
      return manifest === undefined || script === undefined ? [] : [{ manifest, script }];
    })[0];
    return at === undefined ? [] : [at];
  });
  if (chosen.length === 0) return [];
  const commands = chosen.map(({ manifest, script }) =>
    manifest.folder === stack ? script : runScript(survey, manifest.folder, script),
  );
  const places = chosen.map(({ manifest, script }) => manifest.scripts.get(script)?.at ?? manifest.path);
  return [found("commands", commands, places.join(", "))];
}

/** What \`npm init\` writes says that there is no test. */
function isMeant({ scripts }: Manifest, name: string): boolean {
  const command = scripts.get(name)?.value;
  return command !== undefined && !/no test specified/.test(command);
}

function suiteEntries(survey: Survey): readonly Entry[] {
  const { playwright } = survey;
  if (playwright === undefined || playwright.specs.length === 0) return [];
  const { config, address } = playwright;
  if (address === undefined) {
    const specs = namesOf(playwright).join(", ");
    return [
      {
        hint: [
          `playwright: [${specs}] # once ${config} takes its baseURL from a variable: until then no suite reaches a release`,
        ],
      },
    ];
  }
  const path = fromStack(survey, config);
  return [
    assumed(
      "playwright",
      namesOf(playwright),
      `${config}; these run on the released site: leave out what must not`,
    ),
    ...(/^playwright\.config\.[^/]+$/.test(path) ? [] : [found("playwright-config", path, config)]),
    ...(address.value === "BASE_URL"
      ? []
      : [found("playwright-env", { [address.value]: "{origin}" }, address.at)]),
  ];
}

function namesOf({ specs }: Playwright): readonly string[] {
  return specs.length > mostSpecs ? ["."] : [...new Set(specs.map(filterOf))];
}

/** Which event is a failure is nobody's guess: the section stands there as a comment. */
function observeHint({ events }: Survey): Section {
  const names = events.map(({ value }) => value);
  const failures = names.filter((name) => /fail|error/i.test(name));
  const others = names.filter((name) => !failures.includes(name));
  return {
    name: "observe",
    entries: [
      {
        hint: [
          "observe: # counts attempts in the logs until a test says pass or fail; these events were found:",
          ...(others.length === 0
            ? []
            : [`  events: { ${others.map((name) => `${name}: []`).join(", ")} } # ${events[0]?.at}`]),
          `  failures: [${failures.join(", ")}] # those that mean that their attempt has failed`,
        ],
      },
    ],
  };
}
