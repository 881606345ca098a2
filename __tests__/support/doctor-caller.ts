/** A caller's workflow, by what each secret of the called one is named in the repository. */
export function callerOf(secrets: Readonly<Record<string, string>>): string {
  const passed = Object.entries(secrets).map(([name, from]) => `      ${name}: \${{ secrets.${from} }}\n`);
  return `on: push
jobs:
  rollout:
    permissions: { contents: read, actions: read, deployments: write, issues: write, checks: read, statuses: read }
    uses: prism-rollout/prism-rollout/.github/workflows/rollout.yml@v1
    with: { target: production }
    secrets:
${passed.join("")}`;
}
