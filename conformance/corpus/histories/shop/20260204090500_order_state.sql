create type public.order_state as enum ('new', 'paid', 'sent');
