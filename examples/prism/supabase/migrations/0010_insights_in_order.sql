-- The results page reads the insights of one session in their order. The table is new and empty: nothing waits for this.
create index insights_in_order on public.insights (session_id, position);
