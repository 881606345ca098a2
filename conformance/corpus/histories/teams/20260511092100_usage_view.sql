create materialized view public.usage_by_org as select org, sum(amount) as amount from public.usage_log group by org;
create unique index usage_by_org_key on public.usage_by_org (org);
