alter table public.organisations add column plan text not null default 'free' references public.plans (id);
