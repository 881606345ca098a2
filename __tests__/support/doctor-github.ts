import { type EnvironmentsWorld, environmentsWorld } from "../kit/release/environments/world.ts";

/** The secrets that the repository holds: all that the stage's target needs. */
const held = ["DATABASE_URL", "SUPABASE_ACCESS_TOKEN", "HOST_TOKEN", "CDN_TOKEN"];

/** What a person's token may read. */
const readable = {
  actions: "read",
  contents: "read",
  deployments: "read",
  environments: "read",
  secrets: "read",
};

/** A repository with sound environments and its secrets, and a token that reads all of it. */
export async function doctorGithub(): Promise<{
  readonly github: EnvironmentsWorld;
  readonly token: string;
}> {
  const github = await environmentsWorld();
  github.standIn.change((state) => {
    state.secretNames = { repository: held, organization: [] };
  });
  return { github, token: github.standIn.issueToken(readable) };
}
