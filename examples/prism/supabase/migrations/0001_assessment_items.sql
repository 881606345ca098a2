-- The questions. A "scale" item is rated from 1 to 5; a "choice" item is a pair of which one is chosen (1 or 2).
create table public.assessment_items (
  id text primary key,
  kind text not null check (kind in ('scale', 'choice')),
  position smallint not null unique,
  facet text not null check (facet in ('perspective', 'resolve', 'initiative', 'sociability', 'mindfulness')),
  prompt text not null,
  reverse boolean not null default false,
  other_facet text check (other_facet in ('perspective', 'resolve', 'initiative', 'sociability', 'mindfulness')),
  other_prompt text,
  check ((kind = 'choice') = (other_facet is not null and other_prompt is not null))
);

insert into public.assessment_items (id, kind, position, facet, prompt, reverse) values
  ('p1', 'scale', 1, 'perspective', 'I look for a second explanation before I settle on the first.', false),
  ('r1', 'scale', 2, 'resolve', 'I finish what I start, even when it stops being fun.', false),
  ('i1', 'scale', 3, 'initiative', 'When nobody takes the lead, I do.', false),
  ('s1', 'scale', 4, 'sociability', 'Talking with people gives me energy.', false),
  ('m1', 'scale', 5, 'mindfulness', 'I notice when I am tense, and slow down.', false),
  ('p2', 'scale', 6, 'perspective', 'Once my mind is made up, other views rarely interest me.', true),
  ('r2', 'scale', 7, 'resolve', 'I put hard tasks aside until someone asks for them.', true),
  ('i2', 'scale', 8, 'initiative', 'I wait for clear instructions before I begin.', true),
  ('s2', 'scale', 9, 'sociability', 'In a group I would rather stay in the background.', true),
  ('m2', 'scale', 10, 'mindfulness', 'A small setback stays with me for the whole day.', true);

insert into public.assessment_items (id, kind, position, facet, prompt, other_facet, other_prompt) values
  ('c1', 'choice', 11, 'perspective', 'Understand the problem fully', 'resolve', 'Get it done today'),
  ('c2', 'choice', 12, 'resolve', 'Carry the plan through', 'initiative', 'Try something new at once'),
  ('c3', 'choice', 13, 'initiative', 'Start a project of my own', 'sociability', 'Join one with people I like'),
  ('c4', 'choice', 14, 'sociability', 'An evening among friends', 'mindfulness', 'An evening to myself'),
  ('c5', 'choice', 15, 'mindfulness', 'Stay calm in an argument', 'perspective', 'See both sides of it');
