delete from public.invitations where expires_at < now();
