/**
 * The name of a function while an abandoned bundle of it is live to make room (ADR 49). A name is the one thing that is
 * kept beside a bundle in the very call that makes it live, so it is there for whoever has no record and no folder of the
 * job that has ended; and people who look at the dashboard meanwhile read why. `wanted` says what room is made for.
 */
export function roomName(name: string, version: number, wanted: string): string {
  return `${name} [abandoned bundle ${version}, live to make room for ${wanted}]`;
}

/** The function's own name, and what room is made for: whoever deploys without a name leaves it beside another number. */
export function readRoomName(
  named: string,
  version: number,
): { readonly name: string; readonly room?: string } {
  const found = /^(.*) \[abandoned bundle (\d+), live to make room for ([0-9a-f]{12})\]$/s.exec(named);
  const [, name = named, number, wanted] = found ?? [];
  return wanted === undefined || Number(number) !== version ? { name } : { name, room: wanted };
}
