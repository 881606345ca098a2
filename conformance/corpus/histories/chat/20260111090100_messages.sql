CREATE TABLE "public"."messages" (
  "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "roomId" uuid NOT NULL REFERENCES "public"."rooms" ("id") ON DELETE CASCADE,
  "author" uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  "body" text NOT NULL,
  "sentAt" timestamptz NOT NULL DEFAULT now()
);
