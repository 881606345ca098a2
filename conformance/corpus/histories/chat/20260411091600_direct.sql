alter table public.rooms add column direct boolean not null default false;
create function public.open_direct(other uuid) returns uuid language sql as $$
  insert into public.rooms (name, direct) values (other::text, true) returning id
$$;
