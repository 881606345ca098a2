/** A picture for the docs: of which report, as whoever holds what screen sees it. */
export interface Shot {
  /** Its file below docs/images. */
  readonly file: string;
  readonly of: "released" | "rolled-back";
  readonly scheme: "light" | "dark";
  /** In CSS pixels; `scale` of the screen's own pixels are one of these. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Only this element, with a margin around it; without it what is seen first. */
  readonly clip?: { readonly from: string; readonly to: string };
}

const desk = { width: 1120, height: 1020, scale: 1.5 } as const;

export const shots: readonly Shot[] = [
  { file: "report.png", of: "released", scheme: "light", ...desk },
  { file: "report-dark.png", of: "released", scheme: "dark", ...desk },
  { file: "report-phone.png", of: "rolled-back", scheme: "light", width: 390, height: 844, scale: 2 },
  {
    file: "release.png",
    of: "rolled-back",
    scheme: "light",
    ...desk,
    clip: { from: ".hero", to: "table.timeline" },
  },
];
