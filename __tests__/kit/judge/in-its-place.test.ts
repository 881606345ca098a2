import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = `
create type state as enum ('new', 'done');
create table makers (id int primary key); create table others (id int primary key);
create table orders (
  id int primary key, owner uuid, label text, kind text, meta jsonb, open boolean, tenant int,
  maker int references makers (id), agent int constraint agent_fk references makers, other int
);
alter table orders add constraint second_key foreign key (other) references others (id) on delete cascade;
alter table orders enable row level security;
create policy seen on orders for select using (exists (select 1 from makers m where m.id = maker and (m.id = 1 or open)));
create policy listed on orders for update using (owner in (auth.uid(), boss()));
create policy kept on orders for insert with check (kind not in ('a', 'b'));
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create function other() returns trigger language plpgsql as 'begin return new; end';
create trigger stamped before insert or update of label on orders for each row execute function stamp();
create trigger told after insert on orders for each statement execute function stamp();
create function open_of(who uuid, at_is public.state) returns int language sql as 'select 1';
`;

/** Rules, the files that hit exactly these, and files that hit none. */
const table: readonly (readonly [rules: string, hits: readonly string[], clean: readonly string[]])[] = [
  [
    "drop-trigger",
    [
      "drop trigger stamped on orders",
      "drop trigger stamped on orders; create trigger fresh before insert on orders for each row execute function other()",
      "drop trigger stamped on orders; create trigger fresh before insert or update of kind on orders for each row execute function other()",
      "drop trigger stamped on orders; create trigger fresh after insert or update on orders for each row execute function other()",
      "drop trigger told on orders; create trigger fresh after insert on orders for each row execute function other()",
      "drop trigger stamped on orders; create trigger fresh before insert or update on makers for each row execute function other()",
      "create trigger fresh before insert or update on orders for each row execute function other(); drop trigger stamped on orders; drop trigger fresh on orders",
      "drop trigger by_hand on outside; create trigger fresh after insert on outside for each row execute function stamp()",
    ],
    [
      "drop trigger stamped on orders; create trigger fresh before insert or update on orders for each row execute function other()",
      "create trigger fresh before insert or update on orders for each row execute function other(); drop trigger stamped on orders",
      "drop trigger stamped on orders; create trigger one before insert on orders for each row execute function other(); create trigger two before update of label, kind on orders for each row execute function other()",
      "drop trigger told on orders; create trigger fresh after insert or delete on orders for each statement execute function other()",
    ],
  ],
  [
    "drop-policy",
    ["drop policy if exists seen on orders; create table unheard (id int)"],
    [
      "drop policy listed on orders; create policy of_some on orders for update using (owner in (auth.uid(), boss()))",
      "drop policy if exists p on unheard; create table if not exists unheard (id int)",
      "drop policy if exists p on unheard; drop trigger if exists t on unheard; create table unheard (id int)",
    ],
  ],
  [
    "revoke",
    [
      "revoke execute on function open_of(uuid, state) from anon",
      "revoke select on orders from somebody, anon",
    ],
    [
      "revoke all on function stamp() from public, anon, authenticated",
      "revoke execute on function stamp from authenticated",
      "create role auditor; revoke all on orders from auditor",
      "do $$ begin if not exists (select from pg_roles where rolname = 'auditor') then create role auditor; end if; end $$; revoke all on orders from auditor",
    ],
  ],
  [
    "add-constraint scan-for-constraint",
    [
      "alter table orders drop constraint second_key; alter table orders add constraint second_key foreign key (other) references others (id) on delete restrict",
      "alter table orders drop constraint second_key; alter table orders add constraint second_key foreign key (other) references makers (id) on delete cascade",
      "alter table orders drop constraint second_key; alter table orders add constraint second_key foreign key (agent) references others (id) on delete cascade",
      "alter table orders drop constraint agent_fk; alter table orders add constraint agent_fk foreign key (agent) references makers on delete cascade",
    ],
    [],
  ],
  [
    "scan-for-constraint",
    [
      "alter table orders drop constraint second_key; alter table orders add constraint second_key foreign key (other) references others (id) on delete set null",
      "alter table orders drop constraint orders_maker_fkey, add constraint orders_maker_fkey foreign key (maker) references makers (id) on delete cascade",
    ],
    [],
  ],
  [
    "ambiguous-overload",
    ["create function open_of(who uuid, at_is text) returns int language sql as 'select 2'"],
    [
      "create or replace function open_of(who uuid, at_is state) returns int language sql as 'select 2'",
      "drop function open_of(uuid, state); create function open_of(who uuid, at_is public.state) returns int language sql as 'select 2'",
    ],
  ],
  [
    "narrow-policy",
    [
      "drop policy seen on orders; create policy seen on orders for select using (exists (select 1 from makers m where m.id = maker and (m.id = 1 or (open and paid(m.id)))))",
      "drop policy kept on orders; create policy kept on orders for insert with check (kind not in ('a', 'b', 'c'))",
      "alter policy kept on orders with check (kind not in ('a', 'b') and kind <> 'c')",
    ],
    [
      "drop policy seen on orders; create policy seen on orders for select using (exists (select m.* from makers m where m.id = maker))",
      "drop policy kept on orders; create policy kept on orders for insert with check (kind <> 'a')",
      "drop policy seen on orders; create policy seen on orders for select using (exists (select 1 from others m where m.id = maker and (m.id = 1 or open)))",
      "drop policy seen on orders; create policy seen on orders for select using (exists (select 1 from makers m where m.id = maker and (m.id = 1 or open) group by m.id having count(*) > 1))",
    ],
  ],
  [
    "backfill",
    [
      "update orders set label = 'x' where kind <> 'a'",
      "update orders set label = 'x' where kind not in ('a', 'b') and open is not null",
      "update orders set label = 'x' where kind is distinct from 'a'",
      "update orders set label = label || '-F' where label not like '%-F'",
      "update orders set label = 'x' where kind not ilike 'a%' and label !~ '^x'",
      "update orders set meta = meta || '{\"v\": 1}' where meta is not null and not (meta ? 'v')",
      "update orders set label = 'x' where not (kind in ('a', 'b'))",
      "update orders set meta = meta - 'old' where meta -> 'parts' -> 'old' is not null",
      "update orders set label = 'none' where label is null or btrim(label) = ''",
      "update orders set tenant = 1 where tenant <> 1 or tenant is null",
      "do $$ declare mine int := 7; begin update orders set label = 'x' where tenant != mine or tenant is null or other != id; end $$",
    ],
    [
      "update orders set label = 'x' where kind = 'a'",
      "update orders set label = 'x' where kind <> 'a' and tenant = 5",
      "update orders set label = 'x' where label like '%-F'",
      "update orders set meta = meta - 'v' where meta ? 'v'",
      "update orders set label = 'x' where not (tenant > 5)",
      "update orders set meta = meta - 'old' where meta ->> 'state' = 'old'",
      "update orders set label = 'none' where kind is null or label = 'unknown'",
      "update orders set label = 'x' where kind in ('a', 'b') or tenant = 5",
    ],
  ],
  [
    "delete-rows",
    [
      "delete from orders where id in (select distinct on (kind) id from orders order by kind, id)",
      "delete from orders where id in (select id from orders offset 1000)",
    ],
    ["create table fresh (id int); delete from fresh where id in (select distinct on (id) id from fresh)"],
  ],
  [
    "delete-without-where",
    ["delete from orders where id in (select distinct id from orders)"],
    ["create table fresh (id int); delete from fresh where id in (select id from fresh)"],
  ],
  [
    "rename-other",
    ["alter type state rename value 'new' to 'open'"],
    ["create type made as enum ('a'); alter type made rename value 'a' to 'b'"],
  ],
  [
    "template-placeholder",
    [
      "insert into settings values ('key', '{{api_key}}')",
      "insert into settings values ('key', '{{api_key}}'); insert into mails values ('Dear {{name}}')",
    ],
    ["insert into mails values ('Dear {{name}}, see you in', '{{place}}')"],
  ],
];

describe.each(table)("%s", (rules, hits, clean) => {
  test.each(hits)("finds: %s", (sql) => {
    expect(court.after(history, sql)).toEqual(rules.split(" "));
  });
  if (clean.length > 0)
    test.each(clean)("leaves alone: %s", (sql) => {
      expect(court.after(history, sql)).toEqual([]);
    });
});

test("of a trigger that no file has made, nobody knows when it fired: another one on its table takes it over", () => {
  const by_hand = "alter table outside add column x int;";
  const gone = "drop trigger if exists by_hand on outside;";
  const fresh = "create trigger fresh after insert on outside for each row execute function f()";
  expect(court.after(by_hand, gone)).toEqual(["drop-trigger"]);
  expect(court.after(by_hand, gone + fresh)).toEqual([]);
  expect(court.after(by_hand, "drop trigger by_hand on outside;" + fresh)).toEqual(["drop-trigger"]);
});
