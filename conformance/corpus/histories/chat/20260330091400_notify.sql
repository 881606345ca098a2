create function public.announce() returns trigger language plpgsql security definer as $$
begin
  perform realtime.send(to_jsonb(new), 'message', 'room:' || new."roomId", true);
  return null;
end $$;
create trigger announce after insert on public.messages for each row execute function public.announce();
