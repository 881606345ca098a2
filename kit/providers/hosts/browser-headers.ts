import type { HostName } from "./names.ts";

const byHost: Readonly<Record<HostName, (bypass: string) => Readonly<Record<string, string>>>> = {
  vercel: (bypass) => ({
    "x-vercel-protection-bypass": bypass,
    "x-vercel-set-bypass-cookie": "true",
  }),
  netlify: () => ({}),
  command: () => ({}),
};

/** Request headers to which a protected address answers with a cookie that lets a browser in. */
export function browserHeaders(host: HostName, bypass: string | undefined): Readonly<Record<string, string>> {
  return bypass === undefined ? {} : byHost[host](bypass);
}
