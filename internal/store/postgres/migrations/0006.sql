CREATE TABLE generation (
	one INTEGER PRIMARY KEY CHECK(one = 1),
	n   BIGINT NOT NULL
);
INSERT INTO generation(one, n) VALUES(1, 1);

CREATE TABLE changes (
	incident   BIGINT PRIMARY KEY,
	generation BIGINT NOT NULL
);
CREATE INDEX changes_generation ON changes(generation);

CREATE INDEX articles_outlet ON articles(outlet, published) WHERE taken = 0;
