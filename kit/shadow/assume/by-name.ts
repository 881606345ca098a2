/** What a column's name lets expect. */
export function byName(column: string): string | undefined {
  if (
    column === "id" ||
    /_(id|uuid)$/.test(column) ||
    /^(created|updated|deleted|owner|reviewed|approved)_by$/.test(column)
  )
    return "uuid";
  if (/(_at|_until|_since|timestamp|_time)$/.test(column)) return "timestamptz";
  if (/(^|_)date$/.test(column)) return "date";
  if (
    /^(is|has|can|should|allow|enable)_|(^|_)(enabled|active|visible|published|required|confirmed|verified|archived|deleted|completed)$/.test(
      column,
    )
  )
    return "boolean";
  if (
    /(_count|_index|_order|_number|_seconds|_minutes|_days|_points|^position|^order_index|^sort_order|^level|^points|^version|_version)$/.test(
      column,
    )
  )
    return "integer";
  if (
    /(^|_)(amount|price|score|rate|ratio|percent|percentage|weight|total|balance|hours|latitude|longitude)$/.test(
      column,
    )
  )
    return "numeric";
  if (
    /(^|_)(metadata|settings|config|payload|data|options|json|preferences|details|permissions|attributes|context|snapshot)$/.test(
      column,
    )
  )
    return "jsonb";
  if (/(^|_)(tags|ids|roles)$/.test(column)) return column.endsWith("ids") ? "uuid[]" : "text[]";
  return undefined;
}
