import { type Survey, isLock } from "../survey/survey.ts";
import { under } from "../repository/open-repository.ts";
import { isBuiltByHost } from "./web-sections.ts";

/** What a person should know of before the first release, a sentence each. */
export function warningsOf(survey: Survey): readonly string[] {
  const { migrations, functions, supabase, otherSupabase, origin, repository, web, hasLock } = survey;
  return [
    ...(repository.isGit ? [] : ["This folder is in no git repository: a release is a commit on GitHub."]),
    ...(repository.isGit && origin.name === undefined
      ? ["git has no remote `origin` that names a repository on GitHub."]
      : []),
    ...(origin.branchAt === "assumed"
      ? [
          `The main branch is assumed to be ${origin.branch}: change \`branches:\` in the workflows where it is another.`,
        ]
      : []),
    ...(web === undefined || hasLock || repository.files.some((path) => isLock(path))
      ? []
      : ["There is no lock file: build installs by it, and fails without one. Commit it."]),
    ...(migrations?.issues ?? []).map((issue) => `${migrations?.directory}: ${issue}. migrate refuses that.`),
    ...(functions?.besides ?? []),
    ...otherSupabase.map(
      (folder) =>
        `${folder} looks like a Supabase folder, too; ${supabase} was taken. --supabase names another.`,
    ),
    ...webWarnings(survey),
    ...suiteWarnings(survey),
  ];
}

function webWarnings(survey: Survey): readonly string[] {
  const { web, stack } = survey;
  if (web === undefined) return [];
  const { host, others } = web;
  const files = new Set(survey.repository.files);
  const inWeb = (name: string): string => (web.folder === "" ? name : `${web.folder}/${name}`);
  const elsewhere = ["vercel.json", "netlify.toml"].filter(
    (name) => web.folder !== stack && files.has(inWeb(name)),
  );
  return [
    ...(others.length === 0
      ? []
      : [
          `${others.join(", ")} ${others.length === 1 ? "looks" : "look"} like a web app, too; ${web.folder || "."} was taken. --web names another.`,
        ]),
    ...(host?.others ?? []).map(
      ({ value, at }) => `${at} speaks of ${value}; ${host?.host.value} was taken, for ${host?.host.at}.`,
    ),
    ...elsewhere.map(
      (name) =>
        `${inWeb(name)} is not where it is looked for: move it to ${under(stack, name)}, beside rollout.yml.`,
    ),
    ...(host?.host.value === "vercel" && !host.gitOff && !isBuiltByHost(web)
      ? [
          'Where Vercel is connected to this repository, it deploys every push by itself: put "git": { "deploymentEnabled": false } into vercel.json.',
        ]
      : []),
    ...(isBuiltByHost(web)
      ? [
          "The page must say the commit that it was built from, and Vercel must give it no domains by itself: docs/sites.md tells both.",
        ]
      : []),
  ];
}

function suiteWarnings({ playwright, stack, manifests }: Survey): readonly string[] {
  if (playwright === undefined || playwright.specs.length === 0) return [];
  const owner = manifests.find(({ dependencies }) => dependencies.has("@playwright/test"));
  return [
    ...(playwright.address === undefined
      ? [
          `${playwright.config} sets its own baseURL: let it read process.env.BASE_URL, so that suites reach a release.`,
        ]
      : []),
    ...(owner === undefined
      ? ["@playwright/test is in no package.json: smoke cannot run the suites without it."]
      : owner.folder === stack || owner.folder === ""
        ? []
        : [
            `@playwright/test is a dependency of ${owner.folder}: smoke looks for it from ${stack || "the top"} on, where a package manager may not put it.`,
          ]),
  ];
}
