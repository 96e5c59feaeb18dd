-- Letters about sessions ------------------------------------------------------------------------

alter table message add column session_id {uuid} references session (id);
create index message_session on message (session_id) where session_id is not null;
