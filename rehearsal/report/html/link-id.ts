/** An id within the page; made of numbers, so that no name from outside can become one. */
export function linkId(release: number, part: Part, index = 0): string {
  const id = `release-${release + 1}`;
  if (part === "phase") return `${id}-phase-${index + 1}`;
  return part === "release" ? id : `${id}-${part}`;
}

type Part = "release" | "timeline" | "phases" | "phase" | "live" | "calls" | "notes";
