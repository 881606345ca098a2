// Where the time of a release goes, and what its jobs cost a runner.
import { median } from "./measure.mjs";

/** What each process of ours did; where only counts are wanted, those that no busy machine changes much. */
const columns = [
  { name: "all", of: ({ wall }) => wall },
  { name: "works itself", of: ({ worked }) => worked },
  { name: "processor", of: ({ cpu }) => cpu, counted: true },
  { name: "waits: HTTP", of: ({ network }) => network.waited },
  { name: "HTTP calls", of: ({ network }) => network.count, counted: true, whole: true },
  { name: "waits: database", of: ({ database }) => database.waited },
  { name: "database answers", of: ({ database }) => database.count, counted: true, whole: true },
  { name: "waits: programs", of: ({ children }) => children.waited },
  { name: "programs started", of: ({ children }) => children.count, counted: true, whole: true },
  { name: "waits: clock", of: ({ clock }) => clock },
];

/** Medians of the rounds; `rounds` are the processes of each, in their order. */
export function profile(rounds, counts = false) {
  const shown = columns.filter(({ counted }) => !counts || counted);
  const rows = rounds[0].map(({ job, action }, index) => {
    const cells = shown.map(({ name, of, whole }) => {
      const value = median(rounds.map((processes) => of(processes[index])));
      return [name, whole ? value : (value / 1000).toFixed(2)];
    });
    return { job, action, ...Object.fromEntries(cells) };
  });
  return {
    title: "Where the time of a release goes",
    text: counts
      ? "Processor time of each process of the suite in the release above, in seconds, and what it asks: over HTTP (functions and pages as well), the database, programs that it starts."
      : "Each process of the suite in the release above, in seconds. It works (processor: with its threads), or it is idle and waits: for HTTP (functions and pages as well), the database, programs that it has started, the clock. Two waits may be open at once.",
    columns: ["job", "action", ...shown.map(({ name }) => name)],
    rows,
  };
}

/** What each job takes, unless only `counts` are wanted, and what its runner downloads; `downloads` as `chainDownloads` gives them. */
export function costs({ jobs }, downloads, counts = false) {
  const rows = jobs.map((job) => rowOf(job, downloads.get(job.name)));
  const total = (column, digits) => rows.reduce((sum, row) => sum + Number(row[column]), 0).toFixed(digits);
  const times = [
    ["all steps, s", 1],
    ["of that ours", 1],
  ];
  const sums = [
    ...(counts ? [] : times),
    ["suite, MB", 1],
    ["GitHub's actions, MB", 1],
    ["checkout, MB", 2],
    ["artifacts, MB", 2],
    ["API calls", 0],
    ["to the database, KB", 1],
  ];
  const all = {
    job: `${rows.length} jobs`,
    ...Object.fromEntries(sums.map(([name, digits]) => [name, total(name, digits)])),
  };
  return {
    title: "What each job asks and downloads",
    text: counts
      ? "Each job of the release above, and what is downloaded for it."
      : "Each job of the last release above: its steps with checkout and artifacts, by the rehearsal's player; and what is downloaded for it.",
    columns: ["job", ...sums.map(([name]) => name)],
    rows: [...rows, all],
  };
}

function rowOf({ name, worked, own, calls, downloaded, database }, { suite, actions, checkout }) {
  const mb = (bytes, digits) => (bytes / 1e6).toFixed(digits);
  return {
    job: name,
    "all steps, s": (worked / 1000).toFixed(1),
    "of that ours": (own / 1000).toFixed(1),
    "suite, MB": mb(suite, 2),
    "GitHub's actions, MB": mb(actions, 2),
    "checkout, MB": mb(checkout, 2),
    "artifacts, MB": mb(downloaded, 2),
    "API calls": Object.values(calls).reduce((sum, count) => sum + count, 0),
    "to the database, KB": (database.bytes / 1000).toFixed(1),
  };
}
