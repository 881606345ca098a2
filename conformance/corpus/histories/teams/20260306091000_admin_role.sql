alter type public.member_role add value 'admin' before 'member';
