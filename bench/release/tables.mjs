// Where the time of a release goes, and what its jobs cost a runner.
import { median } from "./measure.mjs";

/** What each process of ours waited for: medians of the rounds; `rounds` are the processes of each, in their order. */
export function profile(rounds) {
  const columns = [
    ["action", ({ action }) => action],
    ["all", ({ wall }) => wall],
    ["works itself", ({ worked }) => worked],
    ["of that, processor", ({ cpu }) => cpu],
    ["waits for APIs", ({ network }) => network.waited],
    ["calls", ({ network }) => network.count],
    ["for the database", ({ database }) => database.waited],
    ["for programs", ({ children }) => children.waited],
    ["for the clock", ({ clock }) => clock],
  ];
  const rows = rounds[0].map(({ job }, index) => ({
    job,
    ...Object.fromEntries(
      columns.map(([name, get]) => {
        const values = rounds.map((processes) => get(processes[index]));
        if (typeof values[0] === "string") return [name, values[0]];
        return [name, name === "calls" ? median(values) : inSeconds(median(values))];
      }),
    ),
  }));
  return {
    title: "Where the time of a release goes",
    text:
      "Each process of the suite in the release above, in seconds. It works, or it is idle and waits: for an API, the database, a program " +
      "that it has started, the clock. Two waits may be open at once. Calls are all that it makes, to functions and pages as well.",
    columns: ["job", ...columns.map(([name]) => name)],
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
    title: "What a release costs its runners",
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

function inSeconds(ms) {
  return (ms / 1000).toFixed(2);
}
