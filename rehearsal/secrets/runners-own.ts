/** What a runner gives to an action: its tokens, where they are good, and the files by which later steps are changed. */
const runners = /^(ACTIONS|GITHUB|INPUT|STATE|RUNNER)_/;

/** The names of a child's environment that are a runner's own: whatever their value is, no child has a use for them. */
export function runnersOwnIn(seen: string): readonly string[] {
  try {
    const { env } = JSON.parse(seen) as { readonly env?: Readonly<Record<string, string>> };
    return Object.keys(env ?? {}).filter((name) => runners.test(name));
  } catch {
    return [];
  }
}
