create index concurrently messages_tokens on public.messages using gin (tokens);
