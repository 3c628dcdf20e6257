-- Full-text search in the lists' own tables, asked only while OpenSearch cannot be. No index on the
-- words: row-level security keeps an operator that is not leakproof from using one, so a search
-- reads its tenant's rows and compares what stands here.
create extension if not exists unaccent schema public;

-- Words of small letters without marks, one blank between them. Declared immutable although
-- unaccent is only stable, because its rules change with PostgreSQL's version and no sooner; what is
-- kept here of older rules is made anew by a replay.
create function search_fold(value text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    translate(lower(public.unaccent('public.unaccent'::regdictionary, left(value, 20000))), '''`', ''),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]+', ' ', 'g'));

-- A number without what separates its parts, marked so that it is no word; null when nothing is left.
create function search_number(value text) returns text
  language sql immutable strict parallel safe
  return '#' || nullif(replace(search_fold(left(value, 200)), ' ', ''), '');

-- Weights as domain.md 8 has them: title A, people B, description and type C, the court's number D.
create function search_vector(number text, title text, people text, rest text, court text)
  returns tsvector
  language sql immutable parallel safe
  return array_to_tsvector(array_remove(array[search_number(number)], null))
    || setweight(to_tsvector('simple'::regconfig, search_fold(coalesce(title, ''))), 'A')
    || setweight(to_tsvector('simple'::regconfig, search_fold(coalesce(people, ''))), 'B')
    || setweight(to_tsvector('simple'::regconfig, search_fold(coalesce(rest, ''))), 'C')
    || setweight(to_tsvector('simple'::regconfig, search_fold(coalesce(court, ''))), 'D');

-- Every word of the question begins a word.
create function search_words_query(question text) returns tsquery
  language sql immutable strict parallel safe
  return to_tsquery('simple'::regconfig, coalesce(
    (select string_agg(quote_literal(word) || ':*', ' & ')
     from unnest(string_to_array(search_fold(question), ' ')) as word
     where word <> ''), ''));

-- The whole question or a word of it is a number, or with ':*' its beginning.
create function search_reference_query(question text, suffix text) returns tsquery
  language sql immutable strict parallel safe
  return cast(coalesce(
    (select string_agg(quote_literal(number) || suffix, ' | ')
     from (select search_number(part) as number
           from unnest(array_append(string_to_array(question, ' '), question)) as part) as numbers
     where length(number) between 4 and 31), '') as tsquery);

alter table matters add column search_words tsvector generated always as (
  search_vector(
    reference,
    title,
    coalesce(client ->> 'name', '') || ' ' || coalesce(attorney ->> 'name', '')
      || ' ' || coalesce(attorney ->> 'firm', ''),
    coalesce(description, '') || ' ' || matter_type,
    court_case_number)) stored;

alter table pro_formas add column search_words tsvector generated always as (
  search_vector(
    quote_number,
    title,
    coalesce(client ->> 'name', '') || ' ' || coalesce(attorney ->> 'name', '')
      || ' ' || coalesce(attorney ->> 'firm', ''),
    coalesce(description, '') || ' ' || coalesce(narrative, '') || ' ' || matter_type,
    null)) stored;

alter table invoices add column search_words tsvector generated always as (
  search_vector(
    invoice_number,
    title,
    coalesce(client ->> 'name', '') || ' ' || coalesce(attorney ->> 'name', '')
      || ' ' || coalesce(attorney ->> 'firm', ''),
    coalesce(description, '') || ' ' || coalesce(narrative, '') || ' ' || matter_type,
    null)) stored;
