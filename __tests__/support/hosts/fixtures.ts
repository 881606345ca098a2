import { command } from "./command.ts";
import { netlify } from "./netlify.ts";
import type { HostFixture } from "./stage.ts";
import { vercel } from "./vercel.ts";

export const fixtures: readonly HostFixture[] = [vercel, netlify, command];
