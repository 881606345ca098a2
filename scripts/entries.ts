/**
 * The entry of the bundle: each action's code as a lazy chunk. A new action is a line here and in specs.ts.
 */
const mains = {
  build: () => import("../actions/build/main.ts"),
  plan: () => import("../actions/plan/main.ts"),
  migrate: () => import("../actions/migrate/main.ts"),
  "deploy-functions": () => import("../actions/deploy-functions/main.ts"),
  "deploy-web": () => import("../actions/deploy-web/main.ts"),
  "purge-cdn": () => import("../actions/purge-cdn/main.ts"),
  smoke: () => import("../actions/smoke/main.ts"),
  observe: () => import("../actions/observe/main.ts"),
  rollback: () => import("../actions/rollback/main.ts"),
  environments: () => import("../actions/environments/main.ts"),
} as const;

export type ActionName = keyof typeof mains;

export const actionNames = Object.keys(mains) as readonly ActionName[];

/** How long an action whose work is done, said and written may hold its process, in ms. */
const grace = 3000;

/** What each stub in dist/ calls. All declarations are loaded only where there is a rollout.yml to check. */
export async function run(name: ActionName): Promise<void> {
  const { main } = await mains[name]();
  await main(async () => (await import("./specs.ts")).specs);
  // A connection that somebody forgot would keep the job running until its limit, hours later.
  setTimeout(() => process.exit(), grace).unref();
}
