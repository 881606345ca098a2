create table public.order_lines (
  order_id bigint not null references public.orders (id) on delete cascade,
  product_id bigint not null references public.products (id),
  quantity int not null default 1,
  primary key (order_id, product_id)
);
