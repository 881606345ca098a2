vacuum (analyze) public.messages;
