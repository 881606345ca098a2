import { Client } from "pg";
import { unluckyPrefix } from "./play-attempts.ts";

/**
 * Makes `get_results` fail for respondents whose id begins as the unlucky ones' do. The fault sits below the
 * function, where no migration of the sample reaches it, so that it may be made before a release or while
 * one is observed; everything else that asks for a session goes on as before.
 * @throws {Error} when the database has not the sample's functions.
 */
export async function breakResults(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ source: string }>(definition);
    const whole = rows[0]?.source ?? "";
    const faulty = whole.replace(end, `${fault}${end}`);
    if (faulty === whole) throw new Error("private.session_for_token does not end as it did: break it anew");
    await client.query(faulty);
  } finally {
    await client.end();
  }
}

const definition =
  "select pg_get_functiondef('private.session_for_token(uuid, text)'::regprocedure) as source";

const end = "  return found_session;\n";

// PostgREST says in request.path what was called.
const fault = `  if current_setting('request.path', true) like '%get_results'
     and found_session.respondent::text like '${unluckyPrefix}%' then
    raise exception 'canceling statement due to statement timeout' using errcode = '57014';
  end if;
`;
