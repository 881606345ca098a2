/** What a token must be allowed, under the name that its vendor gives it; GitHub's as a job says it. */
export interface Permission {
  readonly service: string;
  readonly name: string;
  /** What it is used for. */
  readonly why: string;
  /** Where it is needed only then. */
  readonly when?: string;
  /**
   * What comes of a token without it. `fails`: the action ends with a message that names it, before it changes anything
   * that needs it. `said`: the action goes on without what it would have learned, and says so.
   */
  readonly without: "fails" | "said";
}

type Texts = Pick<Permission, "name" | "why"> & Partial<Pick<Permission, "when" | "without">>;

function of(service: string): (texts: Texts) => Permission {
  return (texts) => ({ service, without: "fails", ...texts });
}

export const onGitHub = of("GitHub");
export const onSupabase = of("Supabase");

/** What a job must grant whatever its action is asked to do. */
export function neededOnGitHub(permissions: readonly Permission[]): readonly string[] {
  return permissions.flatMap(({ service, name, when }) =>
    service === "GitHub" && when === undefined ? [name] : [],
  );
}

/** Of a phase that keeps the record and passes a gate. */
export const recordPermissions: readonly Permission[] = [
  onGitHub({ name: "deployments: write", why: "the record of the release, and the lease" }),
  onGitHub({
    name: "actions: read",
    why: "who approved, and whether the run that holds the target still works",
  }),
];

export const readsContents = onGitHub({
  name: "contents: read",
  why: "checking out the commit; comparing it with others, and files of former ones",
});

export const projectHealth = onSupabase({
  name: "project_admin_read",
  why: "the health of the project's services",
  when: "`require-healthy`, and a `supabase-access-token` is given",
  without: "said",
});

export const loginRole = onSupabase({
  name: "database_write",
  why: "a role of some minutes to log in with",
  when: "`login-role: true`",
});
