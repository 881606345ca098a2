import { optional, text } from "../../action/input.ts";

/** The team that owns project and cache. */
export const hostTeam = optional(text({ description: "Team at the host (Vercel: team id or slug)." }));

/** What never changes under its address: never purged, and cached for ever. */
export const assets = text({
  description:
    "Folder of the site whose file names carry a hash: cached for ever, 404 when missing, never purged.",
  default: "assets",
});
