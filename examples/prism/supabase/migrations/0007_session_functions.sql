-- What the web may do without signing in. PostgREST turns errcode PTxyz into HTTP status xyz.
create schema if not exists private;

-- The session that this token opens. Unknown session and wrong token give the same answer, so ids cannot be tried out.
create function private.session_for_token(session_id uuid, token text) returns public.sessions
  language plpgsql stable security definer set search_path = ''
as $$
declare
  found_session public.sessions;
begin
  if coalesce(session_for_token.token, '') = '' then
    raise exception 'missing_token' using errcode = 'PT401';
  end if;
  select s.* into found_session from public.sessions s
   where s.id = session_for_token.session_id
     and s.token_hash = encode(sha256(convert_to(session_for_token.token, 'UTF8')), 'hex');
  if found_session.id is null then
    raise exception 'invalid_token' using errcode = 'PT401';
  end if;
  return found_session;
end;
$$;

create function public.start_session(respondent uuid) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
  created public.sessions;
begin
  insert into public.sessions (respondent, user_id, token_hash, attempt_no)
  values (
    start_session.respondent,
    auth.uid(),
    encode(sha256(convert_to(token, 'UTF8')), 'hex'),
    1 + (select count(*) from public.sessions s
          where s.respondent = start_session.respondent and s.status = 'completed')
  )
  returning * into created;
  return jsonb_build_object('session_id', created.id, 'token', token, 'attempt_no', created.attempt_no);
end;
$$;

-- answers: {"p1": 4, "c1": 2, …}. Saving an item again replaces its answer until the session is completed.
create function public.save_responses(session_id uuid, token text, answers jsonb) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  owner_session public.sessions := private.session_for_token(session_id, token);
  saved integer;
begin
  if owner_session.status = 'completed' then
    raise exception 'already_completed' using errcode = 'PT409';
  end if;
  insert into public.responses as r (session_id, item_id, value)
  select owner_session.id, answer.key, answer.value::smallint
    from jsonb_each_text(save_responses.answers) answer
  on conflict on constraint responses_pkey do update set value = excluded.value, answered_at = now();
  get diagnostics saved = row_count;
  return saved;
end;
$$;

create function public.get_results(session_id uuid, token text) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  owner_session public.sessions := private.session_for_token(session_id, token);
  results jsonb;
begin
  select jsonb_build_object(
           'session_id', owner_session.id,
           'attempt_no', owner_session.attempt_no,
           'completed_at', owner_session.completed_at,
           'results_version', p.results_version,
           'style', p.style,
           'facets', p.facets
         )
    into results
    from public.profiles p
   where p.session_id = owner_session.id;
  if results is null then
    raise exception 'not_completed' using errcode = 'PT409';
  end if;
  return results;
end;
$$;

revoke execute on function private.session_for_token(uuid, text) from public;
grant execute on function public.start_session(uuid) to anon, authenticated, service_role;
grant execute on function public.save_responses(uuid, text, jsonb) to anon, authenticated, service_role;
grant execute on function public.get_results(uuid, text) to anon, authenticated, service_role;
