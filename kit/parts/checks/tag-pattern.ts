/** A tag as a pattern: one that another tag begins with is not the same. */
export function tagPattern(tag: string): string {
  return `${tag.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`;
}
