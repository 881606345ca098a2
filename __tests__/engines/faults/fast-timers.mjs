// For a process that meets faults: what it waits for takes a tenth of the time. What it does takes as long as ever.
const wait = globalThis.setTimeout;
const fast = (act, ms = 0, ...given) => wait(act, ms > 20 ? ms / 10 : ms, ...given);
globalThis.setTimeout = Object.assign(fast, wait);
