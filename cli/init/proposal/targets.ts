import { gatedPhases } from "../../../kit/release/phases.ts";
import type { Survey } from "../survey/survey.ts";
import type { Found } from "../repository/open-repository.ts";
import { type Entry, type Section, assumed, fillIn, found } from "./entries.ts";

/**
 * The targets. The last one has gates; a first of two has none. What the repository tells of a project is taken where
 * there is one target: of two nobody knows which is meant.
 */
export function targetSections(
  survey: Survey,
  names: readonly string[],
  sections: readonly Section[],
): readonly Section[] {
  return names.map((name, index) => {
    const alone = names.length === 1;
    return {
      name,
      entries: [
        ...projectEntries(survey, alone, sections),
        ...webEntries(survey, alone),
        ...gateEntries(index === names.length - 1, sections),
      ],
    };
  });
}

function projectEntries(
  { references }: Survey,
  alone: boolean,
  sections: readonly Section[],
): readonly Entry[] {
  if (!has(sections, "migrate") && !has(sections, "deploy-functions")) return [];
  const what = "the project's reference, 20 letters (Supabase: Project Settings, General)";
  return [only("supabase", references, what, alone)];
}

function webEntries({ web, cdn }: Survey, alone: boolean): readonly Entry[] {
  if (web === undefined) return [];
  const { host, origins } = web;
  const kind = host?.host.value;
  const team = alone && host?.team !== undefined ? [found("host-team", host.team.value, host.team.at)] : [];
  const projects: Readonly<Record<string, string>> = {
    vercel: "the project's id, prj_… (Vercel: Settings, General; or `vercel link`)",
    netlify: "the site's id (Netlify: Site configuration, General; or `netlify link`)",
  };
  const project = projects[kind ?? ""];
  const [first] = origins;
  return [
    ...(project === undefined
      ? kind === undefined
        ? [{ hint: ["host-project: the project's id, where host is vercel or netlify"] }]
        : []
      : [only("host-project", host?.project === undefined ? [] : [host.project], project, alone), ...team]),
    alone && first !== undefined && origins.length === 1
      ? assumed("origins", [first.value], first.at)
      : fillIn("origins", `[app.example.com], what browsers ask for${candidates(origins)}`),
    ...(cdn === undefined
      ? []
      : [
          only(
            "zone",
            cdn.zone === undefined ? [] : [cdn.zone],
            `what is purged at ${cdn.cdn.value}, by its id`,
            alone,
          ),
        ]),
  ];
}

/** A value that is this target's alone, where exactly one was found. */
function only(key: string, all: readonly Found<string>[], what: string, alone: boolean): Entry {
  const [first] = all;
  if (alone && first !== undefined && all.length === 1) return assumed(key, first.value, first.at);
  return fillIn(key, `${what}${candidates(all)}`);
}

function candidates(all: readonly Found<string>[]): string {
  const told = all.map(({ value, at }) => `${value} (${at})`).join(", ");
  return told === "" ? "" : `; found: ${told}`;
}

function gateEntries(gated: boolean, sections: readonly Section[]): readonly Entry[] {
  const phases = gatedPhases.filter((phase) => has(sections, phase));
  if (gated)
    return [
      assumed(
        "gates",
        Object.fromEntries(phases.map((phase) => [phase, "reviewers"])),
        "each waits for a person; `prism-rollout environments` makes them",
      ),
    ];
  return [assumed("gates", "none", "it is released to at once")];
}

function has(sections: readonly Section[], name: string): boolean {
  return sections.some((section) => section.name === name);
}
