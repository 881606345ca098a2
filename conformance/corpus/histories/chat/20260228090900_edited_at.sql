alter table public.messages add column "editedAt" timestamptz;
