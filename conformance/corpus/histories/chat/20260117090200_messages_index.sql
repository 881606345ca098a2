CREATE INDEX "messages_room_sent" ON "public"."messages" ("roomId", "sentAt" DESC);
