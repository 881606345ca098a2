/**
 * A history of 30 statements, in files of every kind, each of which can be held while the server works on it, and so can
 * what stands between one of a transaction and the next: a test holds a door, and the server waits there.
 */
export interface Point {
  readonly where: string;
  /** What somebody else does first, and keeps. */
  readonly hold?: string;
  /** Without a door: the answer to what is asked has just come in. */
  readonly after?: RegExp;
}

const tables = [12, 14, 15, 16, 17];

/** What is there before the first file. */
export const before = `
  create schema doors;
  create function doors.pass(door int) returns int language sql as 'select $1 from pg_advisory_xact_lock_shared($1)';
  create function doors.at_commit() returns trigger language plpgsql as 'begin perform doors.pass(200 + new.id); return new; end';
  create table steps (id int);
  create constraint trigger last after insert on steps deferrable initially deferred
    for each row when (new.id in (10, 11, 20, 21, 26, 30)) execute function doors.at_commit();
  ${tables.map((n) => `create table t${n} (id int); insert into t${n} values (1);`).join(" ")}
  create index i15 on t15 (id); create index i16 on t16 (id);`;

/** A statement that leaves its number, and behind it a gap that has a door, too. */
const step = (n: number): string =>
  `insert into steps select doors.pass(${n});\nselect doors.pass(${100 + n});`;
const steps = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) => step(first + at)).join("\n");

const alone = {
  12: { sql: "create index concurrently i12 on t12 (id)", lock: "row exclusive" },
  14: { sql: "create unique index concurrently on t14 (id)", lock: "row exclusive" },
  15: { sql: "drop index concurrently i15", lock: "row exclusive" },
  16: { sql: "reindex table concurrently t16", lock: "row exclusive" },
  17: { sql: "vacuum t17", lock: "share update exclusive" },
} as const;
type Alone = keyof typeof alone;
const lone = (n: Alone): string => `${alone[n].sql};`;

export const files = {
  "0001_whole.sql": steps(1, 10),
  "0002_alone.sql": [step(11), lone(12), step(13), lone(14), lone(15), lone(16), lone(17), step(18)].join(
    "\n",
  ),
  "0003_own.sql": `begin;\n${steps(19, 20)}\ncommit;\nbegin;\n${step(21)}\ncommit;`,
  "0004_whole.sql": steps(22, 26),
  "0005_whole.sql": `alter table steps add column note text;\n${steps(28, 30)}`,
};

/** Numbers of a file that is all or nothing. */
export const wholes = [
  [1, 10],
  [19, 20],
  [22, 26],
  [28, 30],
] as const;

const isAlone = (n: number): n is Alone => Object.hasOwn(alone, n);

/** While the server is at a statement, behind it and before the next, and at a COMMIT. */
export const points: readonly Point[] = [
  ...Array.from({ length: 30 }, (_, at) => at + 1).flatMap((n): readonly Point[] => {
    if (n === 27) return [{ where: "at statement 27", hold: "begin; lock table steps in access share mode" }];
    if (isAlone(n))
      return [
        { where: `at statement ${n}`, hold: `begin; lock table t${n} in ${alone[n].lock} mode` },
        { where: `behind statement ${n}`, after: new RegExp(alone[n].sql.replaceAll(/[()]/g, "\\$&")) },
      ];
    return [
      { where: `at statement ${n}`, hold: `select pg_advisory_lock(${n})` },
      { where: `behind statement ${n}`, hold: `select pg_advisory_lock(${100 + n})` },
    ];
  }),
  ...[10, 11, 20, 21, 26, 30].map((n) => ({
    where: `at the COMMIT behind statement ${n}`,
    hold: `select pg_advisory_lock(${200 + n})`,
  })),
];
