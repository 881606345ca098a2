import type { SomeHelp } from "./form.ts";

/** 3xx: GitHub, Supabase, hosts, CDNs, log sources. */
export const services = {
  PR301: {
    when: "No connection: a wrong host name, a firewall, a proxy, an outage. What could be asked again was.",
    fix: "Read which address the message names. Where it is an input (`supabase-api-url`, `host-api-url`, `cdn-api-url`, `log-url`) correct it; else look at the service's status page and run the failed job again.",
  },
  PR302: {
    when: "401 or 403: the token is wrong, has run out, or lacks a permission, which the message names where the service tells.",
    fix: "Make a token with what the table «Permissions» of the action's README lists ([deploy-functions](../actions/deploy-functions/README.md#permissions), …), set it as the secret of that environment, run the failed job again.",
  },
  PR303: {
    when: "404: a project, site, zone, function or repository of that name is not there, or the token may not see it.",
    fix: "Compare `supabase`, `host-project`, `host-team` and `zone` with the vendor's dashboard; a token of another account sees nothing.",
  },
  PR304: {
    when: "The service understood the request and said no. Its reason is in the message.",
    fix: "Read the reason; it mostly names a setting of the project or a limit of its plan.",
  },
  PR305: {
    when: "5xx again and again. A request that would change something is not sent again blindly: what is live is read first.",
    fix: "Look at the service's status page, then run the failed job again; it goes on where it stopped.",
  },
  PR306: {
    when: "A page, a proxy's login, an empty body or JSON of another shape came where the API should answer.",
    fix: "Check the base URL, and what stands between the runner and the service. Where it is the vendor's own new answer, please report it.",
  },
  PR307: {
    when: "429, for longer than is waited for.",
    fix: "Wait until the limit resets, then run the failed job again. Look what else uses the same token.",
  },
} satisfies SomeHelp;
