import { type Start, once } from "./bundle-child.ts";
import type { Stack } from "./stack.ts";

/** What there is to wait for beside the stack. */
export interface Waits {
  readonly stack: Stack;
  /** A server that takes every question and never answers. */
  readonly silent: string;
  /** Resolves when it was asked for the first time since. */
  readonly asked: () => Promise<void>;
}

/** How an action comes to wait as long as it can, and when it does. */
export interface LongWait {
  readonly action: string;
  readonly waitsFor: string;
  readonly start: (waits: Waits) => Promise<Partial<Start>>;
  /** What of its outputs was told before, and must not be lost. */
  readonly told?: string;
  /** What it says of how far it came, where it knows. */
  readonly says?: string;
}

const slow = "echo begun; trap '' TERM; while :; do sleep 1; done";
const interruptedAt = (words: RegExp): Pick<Start, "during"> => ({
  during: once(words, (kill) => kill("SIGINT")),
});
const interruptedWhenAsked = ({ asked }: Waits): Pick<Start, "started"> => ({
  started: (kill) => void asked().then(() => kill("SIGINT")),
});

/** Every action where it may wait longest: for others' commands, for services, for what a change leads to. */
export const longWaits: readonly LongWait[] = [
  {
    action: "build",
    waitsFor: "a command that does not hear it either",
    start: async () => ({ inputs: { command: slow }, ...interruptedAt(/^begun$/m) }),
  },
  {
    action: "plan",
    waitsFor: "GitHub",
    start: async (waits) => ({ env: { GITHUB_API_URL: waits.silent }, ...interruptedWhenAsked(waits) }),
  },
  {
    action: "migrate",
    waitsFor: "a statement",
    start: async ({ stack }) => ({
      workspace: await stack.checkout({ "supabase/migrations/0003_slow.sql": "select pg_sleep(60);\n" }),
      ...interruptedAt(/3 of 3: supabase\/migrations\/0003_slow.sql/),
    }),
    told: "started",
    says: "2 of 3 are applied and recorded (0001, 0002); not applied: 0003.",
  },
  {
    action: "deploy-functions",
    waitsFor: "Supabase",
    start: async (waits) => ({
      inputs: { "supabase-api-url": waits.silent },
      ...interruptedWhenAsked(waits),
    }),
  },
  {
    action: "deploy-functions",
    waitsFor: "a command of the user's own",
    start: async () => ({ inputs: { command: slow }, ...interruptedAt(/^begun$/m) }),
    told: "started",
  },
  {
    action: "deploy-web",
    waitsFor: "the host",
    start: async (waits) => ({ inputs: { "host-api-url": waits.silent }, ...interruptedWhenAsked(waits) }),
  },
  {
    action: "deploy-web",
    waitsFor: "a command of the user's own",
    start: async () => ({
      inputs: { host: "command", command: slow, "require-healthy": "false" },
      ...interruptedAt(/^begun$/m),
    }),
    told: "started",
  },
  {
    action: "purge-cdn",
    waitsFor: "the origins",
    start: async (waits) => ({
      inputs: {
        cdn: "cloudflare",
        zone: "0".repeat(32),
        "cdn-token": "cdn-token-0123456789",
        "cdn-api-url": waits.silent,
        paths: "/",
        origins: waits.silent,
        marker: `${"a".repeat(12)}-${"b".repeat(12)}`,
      },
      ...interruptedWhenAsked(waits),
    }),
  },
  {
    action: "smoke",
    waitsFor: "a command that does not hear it either",
    start: async () => ({ inputs: { install: "none", commands: slow }, ...interruptedAt(/begun$/m) }),
  },
  {
    action: "observe",
    waitsFor: "the log source",
    start: async (waits) => ({
      inputs: { "supabase-api-url": waits.silent, events: '{ "assessment.completed": ["attempt_no"] }' },
      ...interruptedWhenAsked(waits),
    }),
  },
  {
    action: "rollback",
    waitsFor: "GitHub",
    start: async (waits) => ({
      inputs: { reason: "a test" },
      env: { GITHUB_API_URL: waits.silent },
      ...interruptedWhenAsked(waits),
    }),
  },
];
