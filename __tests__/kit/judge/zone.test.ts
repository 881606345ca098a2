import { beforeAll, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = "create table t (id int primary key, at timestamp, moment timestamptz);";
const change = "alter table t alter at type timestamptz;";
const back = "alter table t alter moment type timestamp;";
const [plain, rewritten] = [["alter-column-type"], ["alter-column-type", "rewrite-table"]];

test.each([
  change,
  back,
  `set time zone 'UTC'; ${change}`,
  `set timezone to 'Etc/UTC'; ${change}`,
  `set local time zone 0; ${change}`,
  `set time zone 'Europe/Berlin'; reset timezone; ${change}`,
  `set time zone 'Europe/Berlin'; reset all; ${change}`,
  `set time zone 'Europe/Berlin'; set time zone default; ${change}`,
  `begin; set local time zone 'Europe/Berlin'; commit; ${change}`,
  `select set_config('timezone', 'gmt', false); ${change}`,
  `set datestyle = 'ISO, DMY'; ${change}`,
  `alter role reporting set timezone = 'Europe/Berlin'; ${change}`,
])("in a session whose time zone is UTC, no row is written anew: %s", (sql) => {
  expect(court.after(history, sql)).toEqual(plain);
});

test.each([
  `set time zone 'Europe/Berlin'; ${change}`,
  `set timezone = 'Asia/Seoul'; ${back}`,
  `set local time zone 2; ${change}`,
  `set time zone 'UTC'; set local timezone = 'Europe/Berlin'; ${change}`,
  `select set_config('TimeZone', 'Europe/Berlin', true); ${change}`,
  `do $$ begin set local time zone 'Europe/Berlin'; end $$; ${change}`,
])("with another one, each value is another from then on: %s", (sql) => {
  expect(court.after(history, sql)).toEqual(rewritten);
});

test("what a file sets for its session ends with it", () => {
  const set = "set time zone 'Europe/Berlin';";
  expect(court.after(history, set, change)).toEqual(plain);
  expect(court.after(history + set, change)).toEqual(plain);
});

test.each(["database postgres", "role postgres", "role all", "role current_user"])(
  "what is set for the %s holds for sessions that begin later",
  (whose) => {
    const set = `alter ${whose} set timezone to 'Europe/Berlin';`;
    expect(court.after(history, `${set} ${change}`)).toEqual(plain);
    // All files of a change set run in one.
    expect(court.after(history, set, change)).toEqual(plain);
    expect(court.after(history + set, change)).toEqual(rewritten);
    expect(court.after(`${history + set} alter ${whose} reset timezone;`, change)).toEqual(plain);
    expect(court.after(history + set, `set time zone 'UTC'; ${change}`)).toEqual(plain);
  },
);
