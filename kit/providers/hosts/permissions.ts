import type { Permission } from "../../action/permission.ts";

type Wanted = "read" | "write";

/** What a host's token must be allowed. None of them knows a right that is smaller than a project's. */
export function hostPermissions(wanted: Wanted, why: string): readonly Permission[] {
  const reads = wanted === "read";
  return [
    {
      service: "Vercel",
      name: reads ? "read the project" : "write the project",
      why,
      when: "`host: vercel`",
      without: "fails",
    },
    {
      service: "Netlify",
      name: reads ? "read the site" : "write the site",
      why: `${why}; a personal access token may all that its person may`,
      when: "`host: netlify`",
      without: "fails",
    },
  ];
}
