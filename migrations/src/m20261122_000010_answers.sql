-- The answer that counts ---------------------------------------------------------------------------

-- Every answer stays in response; the newest to each question stands here too, so that a page of a
-- unit costs by its questions and finds them side by side.
create table answer (
    person_id {uuid} not null references person (id),
    unit_id {uuid} not null references unit (id),
    question text not null,
    answer text not null,
    saved_at bigint not null,
    primary key (person_id, unit_id, question)
);

insert into answer (person_id, unit_id, question, answer, saved_at)
select r.person_id, r.unit_id, r.question, r.answer, r.saved_at from response r
where not exists (select 1 from response n
                  where n.person_id = r.person_id and n.unit_id = r.unit_id and n.question = r.question
                  and (n.saved_at > r.saved_at or (n.saved_at = r.saved_at and n.id > r.id)));

drop index response_newest;
