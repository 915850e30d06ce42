-- A shape may take rates, replicas and base images to be otherwise than the estate states them.
alter table saved_shape add column changes text check (changes is json object);
