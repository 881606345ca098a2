update public.products set stock = 10 where stock = 0;
