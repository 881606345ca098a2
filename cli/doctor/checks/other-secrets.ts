import type { Runtime } from "../../../kit/action/runtime.ts";
import { accountsOf } from "../../../kit/parts/checks/suite-env.ts";
import { probes } from "../../../kit/parts/checks/probes/probes-input.ts";
import { webhookAddress } from "../../../kit/notify/send.ts";
import { placeOf } from "../../../kit/ports/database-address.ts";
import { refuseUnfit } from "../../../kit/shadow/engines/given.ts";
import { type Check, type Told, fail, known, notAsked, ok, single } from "../check.ts";
import type { Target } from "../target.ts";

/** The secrets that may be left out: asked where they are set, and nowhere written to. */
export function otherSecretChecks(target: Target): readonly Check[] {
  const { group, get } = target;
  const given = (input: string, check: (value: string) => Check): readonly Check[] => {
    const value = get(input);
    return value === "" ? [] : [check(value)];
  };
  return [
    ...given("cancel-token", (token) =>
      single(group, "CANCEL_TOKEN", async (world) => await askCancelling(token, world)),
    ),
    ...given("shadow-database-url", (url) =>
      single(group, "SHADOW_DATABASE_URL", async (world) => await askShadow(url, world)),
    ),
    ...(get("playwright-accounts") === "" && !target.has("smoke") ? [] : [accounts(target)]),
    ...given("notify-url", (address) => known(group, tellWebhook(address))),
  ];
}

/** That it may cancel shows only when it does. */
async function askCancelling(token: string, world: Runtime): Promise<Told> {
  const github = await world.github(token);
  await github.request("GET /repos/{owner}/{repo}/actions/runs", { per_page: 1 });
  return ok(
    "CANCEL_TOKEN",
    "reads the runs; that it may cancel one (`actions: write`) only a cancelled run shows",
  );
}

async function askShadow(url: string, world: Runtime): Promise<Told> {
  const database = await world.connect(url, "prism-rollout doctor");
  try {
    await refuseUnfit(database, url);
    return ok("SHADOW_DATABASE_URL", `an empty database at ${placeOf(url)}, as a superuser`);
  } finally {
    await database.close();
  }
}

/** Accounts open the app and no service: what can be told is whether they are written so, and whether probes have theirs. */
function accounts(target: Target): Check {
  const what = "PLAYWRIGHT_ACCOUNTS";
  return single(target.group, what, async () => {
    const text = target.get("playwright-accounts");
    const names = Object.keys(accountsOf(text));
    const declared = target.has("smoke")
      ? target.section("smoke", { probes: probes({ description: "", default: "[]" }) }).probes
      : [];
    const uses = declared.flatMap((probe) => probe.uses);
    const wanted = uses.flatMap((name) =>
      name.startsWith("account.") ? [name.slice("account.".length)] : [],
    );
    const missing = [...new Set(wanted)].filter((name) => !names.includes(name));
    if (text === "")
      return wanted.length === 0
        ? ok(what, "no probe needs an account; suites may")
        : notAsked(what, `set it to ask it: probes use ${missing.join(", ")}`);
    const fix = "Write one NAME=value a line into the secret.";
    if (missing.length > 0)
      return fail(what, `has ${names.join(", ") || "none"}, but probes use ${missing.join(", ")}`, fix);
    return ok(what, `${names.length} accounts: ${names.join(", ")}; that they log in only smoke shows`);
  });
}

/** A webhook is asked by a message alone, and that would be read by people. */
function tellWebhook(address: string): Told {
  const what = "NOTIFY_WEBHOOK";
  return webhookAddress(address) === undefined
    ? fail(what, "is not an address (https://…)", "Set it to the webhook's whole address.")
    : ok(what, "is an address; that somebody reads there only a message shows, and none is sent here");
}
