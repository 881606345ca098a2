import { type Survey, type Web, isLock } from "../survey/survey.ts";
import { isBelow } from "../repository/open-repository.ts";
import type { EnvName } from "../survey/env-names.ts";
import { type Entry, type Section, assumed, fillIn, found } from "./entries.ts";
import { fromStack, quoted, runScript } from "./relative.ts";

/** `build`; of a stack without a web app it says that nothing is built. */
export function buildSection(survey: Survey): Section {
  const { web } = survey;
  if (web === undefined) {
    const nothing = assumed("source", "existing", "no web app was found: nothing is built");
    return { name: "build", entries: [nothing, found("install", "none", "nothing is built")] };
  }
  if (isBuiltByHost(web)) {
    const why = `${web.framework.at}: Next.js is built by Vercel; its deployment of the commit is promoted`;
    return { name: "build", entries: [assumed("source", "existing", why), ...installEntry(survey, web)] };
  }
  const command =
    web.build === undefined
      ? fillIn("command", `what builds the web app: ${web.manifest.path} has no script build`)
      : found("command", runScript(survey, web.folder, "build"), web.build.at);
  const output = fromStack(
    survey,
    web.folder === "" ? web.output.value : `${web.folder}/${web.output.value}`,
  );
  return {
    name: "build",
    entries: [
      command,
      ...installEntry(survey, web),
      found("output", output, web.output.at),
      ...envEntries(web.env),
    ],
  };
}

/** What Vercel makes of Next.js is more than a folder of files. */
export function isBuiltByHost({ framework, host }: Web): boolean {
  return framework.value === "next" && host?.host.value === "vercel";
}

/** Where the only lock file is that of the web app's own folder. */
function installEntry(survey: Survey, { folder }: Web): readonly Entry[] {
  if (survey.hasLock || folder === "") return [];
  const lock = survey.repository.files.find((path) => isBelow(folder, path) && isLock(path));
  if (lock === undefined) return [];
  const install = survey.manager === "npm" ? "npm ci" : `${survey.manager} install`;
  return [assumed("install", `cd ${quoted(fromStack(survey, folder))} && ${install}`, lock)];
}

/** What the build must see. A value is written only where it is `true` or `false`. */
function envEntries(env: readonly EnvName[]): readonly Entry[] {
  const flags = env.flatMap(({ name, flag }) => (flag === undefined ? [] : [[name, flag] as const]));
  const missing = env.filter(({ setAt, readAt }) => setAt === undefined && readAt !== undefined);
  const set = env
    .filter(({ setAt, flag }) => setAt !== undefined && flag === undefined)
    .map(({ name }) => name);
  const values = Object.fromEntries(flags.map(([name, { value }]) => [name, value]));
  const where = flags.map(([, { at }]) => at).join(", ");
  const names = missing.map(({ name, readAt }) => `${name} (${readAt})`).join(", ");
  return [
    ...(flags.length === 0
      ? []
      : [assumed("required-env", values, `${where}; the build must have seen these values`)]),
    ...(missing.length === 0
      ? []
      : [
          fillIn(
            "build-env",
            `{ NAME: value }, public values that no committed .env file sets: ${names}; or take the line away`,
          ),
        ]),
    ...(set.length === 0
      ? []
      : [{ hint: [`required-env can hold the values of these to what you say, too: ${set.join(", ")}`] }]),
  ];
}

/** `deploy-web` and `purge-cdn`. */
export function webSections(survey: Survey): readonly Section[] {
  const { web, cdn } = survey;
  if (web === undefined) return [];
  const { host } = web;
  const where =
    host === undefined
      ? fillIn("host", "vercel, netlify or command; nothing in the repository tells where the web app lives")
      : found("host", host.host.value, host.host.at);
  return [
    { name: "deploy-web", entries: [where, ...commandEntries(survey, web), ...gitEntries(web)] },
    {
      name: "purge-cdn",
      entries:
        cdn === undefined
          ? [
              assumed(
                "cdn",
                "none",
                "no command purges one; a CDN that answers on the origins is refused until it is declared",
              ),
            ]
          : [
              found("cdn", cdn.cdn.value, cdn.cdn.at),
              assumed(
                "paths",
                ["/", "/index.html", ...web.routes],
                "the page, and the routes that the sources name",
              ),
            ],
    },
  ];
}

function commandEntries(survey: Survey, { host, manifest, folder }: Web): readonly Entry[] {
  if (host?.host.value !== "command") return [];
  const undo = ["undo:web", "rollback:web"].find((name) => manifest.scripts.has(name));
  return [
    found("command", runScript(survey, folder, "deploy:web"), host.host.at),
    undo === undefined
      ? fillIn(
          "undo-command",
          "what brings the site back that was live before; it finds that one's marker in ROLLOUT_MARKER",
        )
      : found("undo-command", runScript(survey, folder, undo), manifest.scripts.get(undo)?.at ?? ""),
  ];
}

function gitEntries(web: Web): readonly Entry[] {
  if (!isBuiltByHost(web)) return [];
  return [
    assumed(
      "auto-assign",
      false,
      "so that a build of Vercel's gets no domains by itself; switch it off there",
    ),
  ];
}
