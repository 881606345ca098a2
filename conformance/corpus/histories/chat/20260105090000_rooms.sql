CREATE TABLE "public"."rooms" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "name" text NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT now()
);
