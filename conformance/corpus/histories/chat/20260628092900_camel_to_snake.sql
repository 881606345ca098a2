alter table public.rooms rename column "createdAt" to created_at;
