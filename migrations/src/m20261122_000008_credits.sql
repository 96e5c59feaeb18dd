-- What papers say about the funder, and what the funder counts --------------------------------------

alter table programme add column funding_line_sq text not null default '';   -- empty: funding_line
alter table programme add column funding_line_bs text not null default '';
alter table programme add column emblem boolean not null default false;      -- that of the European Union

alter table person add column gender text;                                   -- null: not stated; domain::people
