CREATE FUNCTION released.audit_only_added_to() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'the audit is only added to'; END $$;
CREATE TABLE released.aliases (
    former text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE released.articles (
    n bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    url text NOT NULL COLLATE pg_catalog."C",
    outlet text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    byline text NOT NULL COLLATE pg_catalog."C",
    published bigint NOT NULL,
    retrieved text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    body text NOT NULL COLLATE pg_catalog."C",
    digest text NOT NULL COLLATE pg_catalog."C",
    raw text NOT NULL COLLATE pg_catalog."C",
    taken bigint NOT NULL,
    words text[] DEFAULT '{}'::text[] NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE released.articles ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME released.articles_n_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE released.audit (
    seq bigint NOT NULL,
    at text NOT NULL COLLATE pg_catalog."C",
    by_whom text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    target text NOT NULL COLLATE pg_catalog."C",
    digest text NOT NULL COLLATE pg_catalog."C",
    prev text NOT NULL COLLATE pg_catalog."C",
    hash text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE released.cursors (
    step text NOT NULL COLLATE pg_catalog."C",
    article text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE released.decisions (
    n bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    target text NOT NULL COLLATE pg_catalog."C",
    packed bytea NOT NULL
);
ALTER TABLE released.decisions ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME released.decisions_n_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE released.failures (
    item text NOT NULL COLLATE pg_catalog."C",
    stage text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    first text NOT NULL COLLATE pg_catalog."C",
    last text NOT NULL COLLATE pg_catalog."C",
    attempts bigint NOT NULL
);
CREATE TABLE released.feeds (
    address text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    etag text NOT NULL COLLATE pg_catalog."C",
    modified text NOT NULL COLLATE pg_catalog."C",
    checked text NOT NULL COLLATE pg_catalog."C",
    problem text NOT NULL COLLATE pg_catalog."C",
    items bigint NOT NULL
);
CREATE TABLE released.incidents (
    n bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL COLLATE pg_catalog."C",
    country text NOT NULL COLLATE pg_catalog."C",
    earliest bigint NOT NULL,
    latest bigint NOT NULL,
    packed bytea NOT NULL,
    words text[] DEFAULT '{}'::text[] NOT NULL COLLATE pg_catalog."C",
    lat double precision,
    lon double precision
);
ALTER TABLE released.incidents ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME released.incidents_n_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE released.jobs (
    name text NOT NULL COLLATE pg_catalog."C",
    owner text NOT NULL COLLATE pg_catalog."C",
    until bigint NOT NULL
);
CREATE TABLE released.keyed (
    kind text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    value bytea NOT NULL
);
CREATE TABLE released.raws (
    digest text NOT NULL COLLATE pg_catalog."C",
    address text NOT NULL COLLATE pg_catalog."C",
    origin text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    media text NOT NULL COLLATE pg_catalog."C",
    header text NOT NULL COLLATE pg_catalog."C",
    article text NOT NULL COLLATE pg_catalog."C",
    packed bytea NOT NULL
);
CREATE TABLE released.records (
    article text NOT NULL COLLATE pg_catalog."C",
    packed bytea NOT NULL
);
CREATE TABLE released.sayso_schema (
    version integer NOT NULL
);
CREATE TABLE released.tellings (
    incident bigint NOT NULL,
    article text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE released.tombstones (
    kind text NOT NULL COLLATE pg_catalog."C",
    target text NOT NULL COLLATE pg_catalog."C",
    digest text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    by_whom text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C"
);
INSERT INTO released.aliases VALUES ('iformer', 'ifirst');
INSERT INTO released.articles OVERRIDING SYSTEM VALUE VALUES (1, 'first', 'https://outlet.example/first', 'The Outlet', 'Fire', '', 17924, '', 'en', 'A fire.', 'd58fa6f04cf48da9c431abd6f1e50bdffeff57c4fb00ecab0620d92aeca78602', 'd58fa6f04cf48da9c431abd6f1e50bdffeff57c4fb00ecab0620d92aeca78602', 0, '{a,fire}');
INSERT INTO released.articles OVERRIDING SYSTEM VALUE VALUES (3, 'third', 'https://outlet.example/third', 'The Outlet', 'Storm', '', 17924, '', 'en', 'A storm.', 'c658f63411620a5b19af41d66dbdc4207d34b79e10ae245792b728d4b3eaf86f', 'c658f63411620a5b19af41d66dbdc4207d34b79e10ae245792b728d4b3eaf86f', 0, '{a,storm}');
INSERT INTO released.articles OVERRIDING SYSTEM VALUE VALUES (2, 'second', '', '', '', '', -2147483648, '', '', '', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', 1, '{}');
INSERT INTO released.audit VALUES (1, '2026-11-24T12:00:00Z', 'test', 'add', 'first', '68f96128efc567a04ad95e895f539c2a66fd6aa781fee66758d21f7f248a2d3a', '', 'bf07b27358569ba06e8d6729bed3a947665ec10e39624fb081a1607d9f984397');
INSERT INTO released.audit VALUES (2, '2026-11-24T12:00:00Z', 'test', 'add', 'second', 'bbd96733245895cbfa60bb85f10ff438d81556c39d62ac82c027385358739a8d', 'bf07b27358569ba06e8d6729bed3a947665ec10e39624fb081a1607d9f984397', '788130b153e27c947ff00feffa39b21f0bf7347a0f8e05d48c5c872b0a76d1ab');
INSERT INTO released.audit VALUES (3, '2026-11-24T12:00:00Z', 'test', 'add', 'third', '99d17a7eef9a5765010a344e8f17b3e6d2f9b58265db431333793736175272ea', '788130b153e27c947ff00feffa39b21f0bf7347a0f8e05d48c5c872b0a76d1ab', '7b93ba506ff41db3f5881ff28590be26490ca7d539afee6ba8033a198a88d20f');
INSERT INTO released.audit VALUES (4, '', 'x', 'decide', 'd328e9490de2f', 'b143cff068454e53042223862673d9193613cfce8085baa138e2c5424a4c48e5', '7b93ba506ff41db3f5881ff28590be26490ca7d539afee6ba8033a198a88d20f', '1b859361b578792a261c378ba5a33c33aa5533832d0f915de131dbe3e4e5aef9');
INSERT INTO released.audit VALUES (5, '', '', 'take-down', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', '1b859361b578792a261c378ba5a33c33aa5533832d0f915de131dbe3e4e5aef9', '7363985f577bd44386aa23d96d04d8d872f2de2164884641ba243c9e3acd5335');
INSERT INTO released.audit VALUES (6, '', '', 'take-down', 'second', 'bbd96733245895cbfa60bb85f10ff438d81556c39d62ac82c027385358739a8d', '7363985f577bd44386aa23d96d04d8d872f2de2164884641ba243c9e3acd5335', '6e54c9421806b2f4a24c25a068b8fc81533a3d9496262393dd6d03db8865f24e');
INSERT INTO released.cursors VALUES ('code', 'first', '1');
INSERT INTO released.cursors VALUES ('code', 'second', '1');
INSERT INTO released.cursors VALUES ('code', 'third', '1');
INSERT INTO released.cursors VALUES ('join', 'second', '');
INSERT INTO released.decisions OVERRIDING SYSTEM VALUE VALUES (1, 'd328e9490de2f', 'ifirst', '\x28b52ffd04005902007b226964223a2264333238653934393064653266222c226174223a22222c226279223a2278222c22616374696f6e223a22616363657074222c22746172676574223a22696669727374227d23fd0c09');
INSERT INTO released.failures VALUES ('x', 'ingest', '', '', '', '', '', 1);
INSERT INTO released.incidents OVERRIDING SYSTEM VALUE VALUES (1, 'ifirst', 'bombing', '', 1099511627776, -1099511627776, '\x28b52ffd4400ed006508001293331e6087da00688d585951dccc17644dba8446db2508287b0f4359e0a3a308accb396bef6a15a19c6ec87157c8d26a151178430ac79d9372fbe2757071bb27c2e4a42a3764411681c291e822b3d332b821c77d1513a63995c2de4cd4acfede2b1df0f73c469bf156b8ef1bc75d21c5b34981c9e85dc9284e6d10255692cf597bdf4c306e0be19e6cde08f7666cf5c67d51a10a029255011858c31a36696fa2db9395e0f703468496ba3d49e6654cfa5dadc656b7af22fa3dcda61e54b723560f281d7e4fc541dfde8a55d1df137d23160057cba46a050bd8612dbbf0e1caf2b758b358f6629b0c67b1ac6cbfdaa61560a06d63d9376400b521282f26812f24c324ec97fb7e6eff289b6795fc506e', '{a,fire}', NULL, NULL);
INSERT INTO released.raws VALUES ('d58fa6f04cf48da9c431abd6f1e50bdffeff57c4fb00ecab0620d92aeca78602', '', 'first.html', '', '', '', 'first', '\x28b52ffd04008900003c703e466972653c703e4120666972652e31923554');
INSERT INTO released.raws VALUES ('c658f63411620a5b19af41d66dbdc4207d34b79e10ae245792b728d4b3eaf86f', '', 'third.html', '', '', '', 'third', '\x28b52ffd04009900003c703e53746f726d3c703e412073746f726d2ef87fed96');
INSERT INTO released.records VALUES ('first', '\x28b52ffd44005c01450a00c2553c20504bdb0020c341421923994f2276760fbfdf192784c937d41ae1c1675455030c4ff26842791d25c89d254fb3554ce0517220775ecdd11bb7840c47f754c8a4d4e628799287e0401865c85e6de12841eeaba8589a9331bc775b0aa2e3be4a31ed72301bda5a18af5e502d6e92536a7bdf54341c3dc69dd93c32eecdd8ec8bfba2c3140492b50138d8844dd8a5bda91e18956aece84c32b76559bfb3d6d8ece8aba87ecf655313b2a3275615b594dfd37968fd9dd12f903beb4d4697d5a3170c041c4680c1610cfccea48269529a83c8e428744881ced46d2110c79c6ec5ef89dbd19315a1b58fde8cb5f93dd3a2cdf8451f000a8b701d9249d50a16b08601900b1fae2c7f8b358b652fb6c97016cbb2c900735f6d9b80be8d6ddbb0215b18b34d7a6e06016a170cb09a3b6292f242084cc27eb9efe7f634d978e96d58ac48e15544ce35c573afb418');
INSERT INTO released.records VALUES ('third', '\x28b52ffd440062016d0a00f2553d21406bdb0078948b843246b2412c42cc6ac110340b2228d4ace6a8db7569180670038ff2e842791d29c99d294fb3555ce0918224775e8aa3376e09178e9e0e432193521547caa33c0348c2e842f66a0a474a725fc566694ec6f0de6d251021f7558a699783c9d0d6c278f5826ab12239a5b6f7cd86e1e839eecce6d1716fc6666fdc171d9610a078350330588445d8a5bda9188c4a3576742699dbb2acdf596b6c76f45554bfe7b2a909d9d117ab09b512bfa7c368fd9dd137923beb4d4697d5a313081c90e350801c02bf33d9304d89e62032390a1b32a033755b08c431a7bbf93d713bbae2d507ad7d7486b5e9df332dda8c6f041f000c8b702092c9d50a36b08619900b33ae44f62b308c654fb6c97a16cbb3f58073abc2ed02c08e85dbb0245b18b54dda6e06016a170cc89a3b6292f242084cc27eb92fa89d6a8871d333b0589152ac889c6b8a015c5e5cc2');
INSERT INTO released.sayso_schema VALUES (1);
INSERT INTO released.sayso_schema VALUES (2);
INSERT INTO released.tellings VALUES (1, 'first');
INSERT INTO released.tombstones VALUES ('raw', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', '', '', 'asked for');
INSERT INTO released.tombstones VALUES ('article', 'second', 'bbd96733245895cbfa60bb85f10ff438d81556c39d62ac82c027385358739a8d', '', '', 'asked for');
SELECT pg_catalog.setval('released.articles_n_seq', 4, true);
SELECT pg_catalog.setval('released.decisions_n_seq', 1, true);
SELECT pg_catalog.setval('released.incidents_n_seq', 2, true);
ALTER TABLE ONLY released.aliases
    ADD CONSTRAINT aliases_pkey PRIMARY KEY (former);
ALTER TABLE ONLY released.articles
    ADD CONSTRAINT articles_id_key UNIQUE (id);
ALTER TABLE ONLY released.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (n);
ALTER TABLE ONLY released.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY released.cursors
    ADD CONSTRAINT cursors_pkey PRIMARY KEY (step, article);
ALTER TABLE ONLY released.decisions
    ADD CONSTRAINT decisions_id_key UNIQUE (id);
ALTER TABLE ONLY released.decisions
    ADD CONSTRAINT decisions_pkey PRIMARY KEY (n);
ALTER TABLE ONLY released.failures
    ADD CONSTRAINT failures_pkey PRIMARY KEY (item, stage);
ALTER TABLE ONLY released.feeds
    ADD CONSTRAINT feeds_pkey PRIMARY KEY (address);
ALTER TABLE ONLY released.incidents
    ADD CONSTRAINT incidents_id_key UNIQUE (id);
ALTER TABLE ONLY released.incidents
    ADD CONSTRAINT incidents_pkey PRIMARY KEY (n);
ALTER TABLE ONLY released.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (name);
ALTER TABLE ONLY released.keyed
    ADD CONSTRAINT keyed_pkey PRIMARY KEY (kind, key);
ALTER TABLE ONLY released.raws
    ADD CONSTRAINT raws_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY released.records
    ADD CONSTRAINT records_pkey PRIMARY KEY (article);
ALTER TABLE ONLY released.sayso_schema
    ADD CONSTRAINT sayso_schema_pkey PRIMARY KEY (version);
ALTER TABLE ONLY released.tellings
    ADD CONSTRAINT tellings_pkey PRIMARY KEY (incident, article);
ALTER TABLE ONLY released.tombstones
    ADD CONSTRAINT tombstones_pkey PRIMARY KEY (kind, target, digest);
CREATE INDEX articles_published ON released.articles USING btree (published);
CREATE INDEX articles_words ON released.articles USING gin (words);
CREATE INDEX cursors_article ON released.cursors USING btree (article);
CREATE INDEX decisions_target ON released.decisions USING btree (target);
CREATE INDEX failures_name ON released.failures USING btree (name);
CREATE INDEX incidents_country ON released.incidents USING btree (country, earliest, id);
CREATE INDEX incidents_earliest ON released.incidents USING btree (earliest, id);
CREATE INDEX incidents_place ON released.incidents USING gist (point(lon, lat)) WHERE (lat IS NOT NULL);
CREATE INDEX incidents_words ON released.incidents USING gin (words);
CREATE INDEX raws_address ON released.raws USING btree (address) WHERE (address <> ''::text);
CREATE INDEX raws_article ON released.raws USING btree (article);
CREATE INDEX raws_origin ON released.raws USING btree (origin) WHERE (address <> ''::text);
CREATE INDEX tellings_article ON released.tellings USING btree (article);
CREATE INDEX tombstones_target ON released.tombstones USING btree (target);
CREATE TRIGGER audit_fixed BEFORE DELETE OR UPDATE ON released.audit FOR EACH ROW EXECUTE FUNCTION released.audit_only_added_to();
CREATE TRIGGER audit_kept BEFORE TRUNCATE ON released.audit FOR EACH STATEMENT EXECUTE FUNCTION released.audit_only_added_to();
ALTER TABLE ONLY released.cursors
    ADD CONSTRAINT cursors_article_fkey FOREIGN KEY (article) REFERENCES released.articles(id);
ALTER TABLE ONLY released.records
    ADD CONSTRAINT records_article_fkey FOREIGN KEY (article) REFERENCES released.articles(id);
ALTER TABLE ONLY released.tellings
    ADD CONSTRAINT tellings_incident_fkey FOREIGN KEY (incident) REFERENCES released.incidents(n);
