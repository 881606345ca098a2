import type { Group } from "./reader.ts";

/** What is read, by what it is: each area is played in a process of its own. */
export const areas: Readonly<Record<string, () => Promise<Group>>> = {
  configuration: async () => (await import("./readers/configuration.ts")).group(),
  pages: async () => (await import("./readers/pages.ts")).group(),
  documents: async () => (await import("./readers/documents.ts")).group(),
  deliverables: async () => (await import("./readers/deliverables.ts")).group(),
  vendors: async () => (await import("./readers/vendors.ts")).group(),
  databases: async () => (await import("./readers/databases.ts")).group(),
  shadows: async () => (await import("./readers/shadows.ts")).group(),
  forge: async () => (await import("./readers/forge.ts")).group(),
  sources: async () => (await import("./readers/sources.ts")).group(),
  archives: async () => (await import("./readers/archives.ts")).group(),
  bundles: async () => (await import("./readers/bundles.ts")).group(),
};

/** The share of an area beside the others': each case of a bundle is a process of its own. */
export function shareOf(area: string): number {
  return area === "bundles" ? 0.1 : 1;
}
