drop view public.order_list;
create view public.order_list with (security_invoker = true) as
select o.id, o.state, sum(l.quantity * p.price) as total, o.created_at
from public.orders o
join public.order_lines l on l.order_id = o.id
join public.products p on p.id = l.product_id
group by o.id;
