-- Same signature and the same keys as before, and two more: v1.2 ignores `detail` and `insights`.
create or replace function public.get_results(session_id uuid, token text) returns jsonb
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
           'facets', p.facets,
           'detail', p.detail,
           'insights', coalesce(
             (select jsonb_agg(
                       jsonb_build_object('facet', i.facet, 'band', i.band, 'headline', i.headline, 'body', i.body)
                       order by i.position)
                from public.insights i
               where i.session_id = owner_session.id),
             '[]'::jsonb)
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
