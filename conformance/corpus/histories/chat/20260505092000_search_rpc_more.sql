drop function public.search_messages(text);
create function public.search_messages(q text) returns table (id bigint, body text, "sentAt" timestamptz) language sql stable as $$
  select id, body, "sentAt" from public.messages where tokens @@ plainto_tsquery('simple', q)
$$;
