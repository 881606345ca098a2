/** Milliseconds as a person reads them: `0.4 s`, `12.3 s`, `2 min 05 s`, `1 h 02 min`. */
export function duration(milliseconds: number): string {
  const tenths = Math.round(Math.max(0, milliseconds) / 100);
  if (tenths < 600) return `${seconds(milliseconds)} s`;
  const whole = Math.round(tenths / 10);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${two(whole % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

/** Milliseconds as seconds with one decimal, however long. */
export function seconds(milliseconds: number): string {
  return (Math.round(Math.max(0, milliseconds) / 100) / 10).toFixed(1);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
