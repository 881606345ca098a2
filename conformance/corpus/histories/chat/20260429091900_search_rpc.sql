create function public.search_messages(q text) returns table (id bigint, body text) language sql stable as $$
  select id, body from public.messages where tokens @@ plainto_tsquery('simple', q)
$$;
