-- What the installation alone knows ------------------------------------------------------------

create table installation_secret (          -- random values that other secrets are derived from
    name text primary key,                  -- what it is for: services::outbox
    value text not null
);

drop index job_kind;                        -- jobs are looked up by their whole key
