import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The paywall was switched on where the app keeps its settings; what the build must be built with says off. */
export async function breakEnv(repository: string): Promise<void> {
  const file = join(repository, ".env.production");
  const source = await readFile(file, "utf8");
  const broken = source.replace("VITE_PAYWALL_ENABLED=false", "VITE_PAYWALL_ENABLED=true");
  if (broken === source) throw new Error(`${file} does not switch the paywall off as this break expects`);
  await writeFile(file, broken);
}

/**
 * A setting that is wrong in production only: the function is bundled, becomes live, and throws when called. One that
 * is missing would be refused by `plan` unless the text has a substitute for it, as here.
 */
export async function breakFunction(repository: string): Promise<void> {
  const file = join(repository, "supabase/functions/score_fc_session/index.ts");
  const broken =
    'if ((Deno.env.get("SCORING_MODEL") ?? "v0") === "v0") throw new Error("SCORING_MODEL v0 is gone");\n';
  await writeFile(file, `${await readFile(file, "utf8")}\n${broken}`);
}

/** Whatever VITE_PAYWALL_ENABLED says, the results page is built with the paywall up. */
export async function breakPaywall(repository: string): Promise<void> {
  const file = join(repository, "src/main.ts");
  const source = await readFile(file, "utf8");
  const broken = source.replace(
    "return resultsView(route, config,",
    "return resultsView(route, { paywall: true },",
  );
  if (broken === source) throw new Error(`${file} does not open the results as this break expects`);
  await writeFile(file, broken);
}
