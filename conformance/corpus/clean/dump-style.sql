-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The preamble of a pulled schema.
-- postgres: 15-18

-- pending
SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
CREATE SCHEMA IF NOT EXISTS "private";
ALTER SCHEMA "private" OWNER TO "postgres";
CREATE TABLE IF NOT EXISTS "public"."notes" ("id" bigint NOT NULL, "body" text);
ALTER TABLE "public"."notes" OWNER TO "postgres";
ALTER TABLE ONLY "public"."notes" ADD CONSTRAINT "notes_pkey" PRIMARY KEY ("id");
GRANT ALL ON TABLE "public"."notes" TO "anon";
RESET ALL;
