import type { Detail, FileChange } from "../../release/plan/plan.ts";
import type { FileChanges } from "./compare-files.ts";
import type { EnvFinding } from "./required-env.ts";

interface Facts {
  readonly hostName: string;
  readonly site: { readonly marker: string; readonly files: readonly { readonly size: number }[] };
  readonly was: { readonly deployment: string | null; readonly marker: string | null };
  readonly env: Readonly<Record<string, EnvFinding>>;
  readonly changes: FileChanges | undefined;
}

/** The web app's change as a person looks at it: what it replaces, its files, the values that it must have. */
export function webDetail({ hostName, site, was, env, changes }: Facts): Detail {
  const before = was.marker ?? was.deployment ?? "what is live (its marker is not known)";
  const bytes = site.files.reduce((sum, { size }) => sum + size, 0);
  const values = Object.entries(env);
  const files = changes === undefined ? undefined : filesOf(changes);
  return {
    what: hostName,
    how: [
      `${before} becomes ${site.marker}`,
      `${site.files.length} files, ${Math.ceil(bytes / 1024)} KiB`,
      files === undefined
        ? "its files cannot be compared with the live ones"
        : `${files.length} files differ`,
    ],
    beware: [],
    ...(files === undefined ? {} : { files }),
    ...(values.length === 0
      ? {}
      : {
          table: {
            columns: ["required value", "in the build", "at the host"],
            rows: values.map(([name, { required, build, host }]) => [
              `${name}=${required}`,
              build === "proven" ? "proven" : "not verified",
              hostWords[host],
            ]),
          },
        }),
  };
}

const hostWords: Readonly<Record<EnvFinding["host"], string>> = {
  equal: "the same",
  absent: "not set",
  unreadable: "not verified",
  reset: "another value: this release sets it",
};

function filesOf({ added, changed, removed }: FileChanges): readonly FileChange[] {
  const all = [
    ...changed.map((path): FileChange => ({ path, is: "changed" })),
    ...added.map((path): FileChange => ({ path, is: "new" })),
    ...removed.map((path): FileChange => ({ path, is: "gone" })),
  ];
  return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}
