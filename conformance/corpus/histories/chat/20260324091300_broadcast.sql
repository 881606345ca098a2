create policy "authenticated listen" on realtime.messages for select to authenticated using (realtime.topic() like 'room:%');
