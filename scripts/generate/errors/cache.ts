import type { SomeHelp } from "./form.ts";

/** CDNs: declared, purged, believed. */
export const cache = {
  PR451: {
    when: "An answer of an origin carries the headers of a CDN that `cdn` does not name. Nothing was changed.",
    fix: "Declare it (`cdn: cloudflare` and so on, [cdns.md](cdns.md)); or where it keeps no pages: `ignore-edges` with its name.",
  },
  PR452: {
    when: "Which release the routes must serve is not known: the origins serve different ones past the CDN. Nothing was purged.",
    fix: "Pass `marker` or `artifact`, as the chain does.",
  },
  PR453: {
    when: "An origin answers from its cache although it is asked with a query that is new each time: nobody can see what is behind it. Nothing was changed.",
    fix: "Name the host's own domain of each origin as `host-origins`.",
  },
  PR454: {
    when: "`cdn: http`: a node was not told. The others were.",
    fix: "Mend the node or take it out of `purge-nodes`, then run the failed job again; purging twice does no harm.",
  },
  PR455: {
    when: "CloudFront has as many invalidations in progress as it takes.",
    fix: "Wait for those, then run the failed job again. Fewer patterns: `/prefix/*` instead of single paths.",
  },
  PR456: {
    when: "CloudFront accepted the invalidation, and not every location has it within `purge-wait`. Nothing was undone.",
    fix: "When it is completed run the failed job again, or raise `purge-wait`.",
  },
} satisfies SomeHelp;
