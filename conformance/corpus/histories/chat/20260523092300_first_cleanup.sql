select public.forget_old();
