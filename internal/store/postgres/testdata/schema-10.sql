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
    words text[] DEFAULT '{}'::text[] NOT NULL COLLATE pg_catalog."C",
    dated text DEFAULT ''::text NOT NULL,
    captions text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    quotes text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C"
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
CREATE TABLE released.briefs (
    n bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL COLLATE pg_catalog."C",
    country text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    salience text NOT NULL COLLATE pg_catalog."C",
    review text NOT NULL COLLATE pg_catalog."C",
    earliest bigint NOT NULL,
    latest bigint NOT NULL,
    deaths bigint NOT NULL,
    origins bigint NOT NULL,
    dissent bigint NOT NULL,
    worth bigint NOT NULL,
    lat double precision,
    lon double precision,
    brief text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE released.changes (
    incident bigint NOT NULL,
    generation bigint NOT NULL
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
CREATE TABLE released.filed (
    key bigint NOT NULL,
    article bigint NOT NULL
);
CREATE TABLE released.filings (
    article text NOT NULL COLLATE pg_catalog."C",
    keys bytea NOT NULL
);
CREATE TABLE released.found (
    id text NOT NULL COLLATE pg_catalog."C",
    packed bytea NOT NULL
);
CREATE TABLE released.generation (
    one integer NOT NULL,
    n bigint NOT NULL,
    CONSTRAINT generation_one_check CHECK ((one = 1))
);
CREATE TABLE released.incidents (
    n bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    packed bytea NOT NULL,
    words text[] DEFAULT '{}'::text[] NOT NULL COLLATE pg_catalog."C"
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
CREATE TABLE released.layers (
    article text NOT NULL COLLATE pg_catalog."C",
    stages bytea NOT NULL,
    digest text NOT NULL COLLATE pg_catalog."C",
    packed bytea NOT NULL
);
CREATE TABLE released.links (
    report text NOT NULL COLLATE pg_catalog."C",
    article text NOT NULL COLLATE pg_catalog."C",
    other text NOT NULL COLLATE pg_catalog."C",
    other_article text NOT NULL COLLATE pg_catalog."C"
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
CREATE TABLE released.sums (
    name text NOT NULL COLLATE pg_catalog."C",
    n bigint NOT NULL,
    x text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE released.tellings (
    incident bigint NOT NULL,
    article text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE released.terms (
    kind text NOT NULL COLLATE pg_catalog."C",
    word text NOT NULL COLLATE pg_catalog."C",
    incident bigint NOT NULL
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
INSERT INTO released.articles OVERRIDING SYSTEM VALUE VALUES (1, 'first', 'https://outlet.example/first', 'The Outlet', 'Fire', '', 17924, '', 'en', 'A fire.', 'd58fa6f04cf48da9c431abd6f1e50bdffeff57c4fb00ecab0620d92aeca78602', 'd58fa6f04cf48da9c431abd6f1e50bdffeff57c4fb00ecab0620d92aeca78602', 0, '{a,fire}', '', '', '');
INSERT INTO released.articles OVERRIDING SYSTEM VALUE VALUES (3, 'third', 'https://outlet.example/third', 'The Outlet', 'Storm', '', 17924, '', 'en', 'A storm.', 'c658f63411620a5b19af41d66dbdc4207d34b79e10ae245792b728d4b3eaf86f', 'c658f63411620a5b19af41d66dbdc4207d34b79e10ae245792b728d4b3eaf86f', 0, '{a,storm}', '', '', '');
INSERT INTO released.articles OVERRIDING SYSTEM VALUE VALUES (2, 'second', '', '', '', '', -2147483648, '', '', '', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', 1, '{}', '', '', '');
INSERT INTO released.audit VALUES (1, '2026-11-24T12:00:00Z', 'test', 'add', 'first', '68f96128efc567a04ad95e895f539c2a66fd6aa781fee66758d21f7f248a2d3a', '', 'bf07b27358569ba06e8d6729bed3a947665ec10e39624fb081a1607d9f984397');
INSERT INTO released.audit VALUES (2, '2026-11-24T12:00:00Z', 'test', 'add', 'second', 'bbd96733245895cbfa60bb85f10ff438d81556c39d62ac82c027385358739a8d', 'bf07b27358569ba06e8d6729bed3a947665ec10e39624fb081a1607d9f984397', '788130b153e27c947ff00feffa39b21f0bf7347a0f8e05d48c5c872b0a76d1ab');
INSERT INTO released.audit VALUES (3, '2026-11-24T12:00:00Z', 'test', 'add', 'third', '99d17a7eef9a5765010a344e8f17b3e6d2f9b58265db431333793736175272ea', '788130b153e27c947ff00feffa39b21f0bf7347a0f8e05d48c5c872b0a76d1ab', '7b93ba506ff41db3f5881ff28590be26490ca7d539afee6ba8033a198a88d20f');
INSERT INTO released.audit VALUES (4, '', 'x', 'decide', 'd429d42b403d8', 'f2595c4be84716d148569783c94868bc5139f6428c175714af1291764e81825a', '7b93ba506ff41db3f5881ff28590be26490ca7d539afee6ba8033a198a88d20f', 'a96fd07fdc18438bf8c43a23e9963408e1f7630335b2a4dfded238a9e527befd');
INSERT INTO released.audit VALUES (5, '', '', 'take-down', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', 'a96fd07fdc18438bf8c43a23e9963408e1f7630335b2a4dfded238a9e527befd', '836a251fde52d3354eba866f96ae708b98c7dab4670cfbfc0b1b4de02be671d7');
INSERT INTO released.audit VALUES (6, '', '', 'reason', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', '290a21250eb30ce5f507a6939efbc28c9fb3746178e92fcc41214c1664a4e52b', '836a251fde52d3354eba866f96ae708b98c7dab4670cfbfc0b1b4de02be671d7', '0b6d39a70d8a8b720812359c31ba03172546792e8cabf35b5826e07e85d48e17');
INSERT INTO released.audit VALUES (7, '', '', 'take-down', 'second', 'bbd96733245895cbfa60bb85f10ff438d81556c39d62ac82c027385358739a8d', '0b6d39a70d8a8b720812359c31ba03172546792e8cabf35b5826e07e85d48e17', 'dbcf604952d9f68c79cc422292260bb06614087c4cda1e742de205aa558ba3f0');
INSERT INTO released.audit VALUES (8, '', '', 'reason', 'second', '290a21250eb30ce5f507a6939efbc28c9fb3746178e92fcc41214c1664a4e52b', 'dbcf604952d9f68c79cc422292260bb06614087c4cda1e742de205aa558ba3f0', '4d93507844b4a54587161d17cd897ceaee563684cbeac2cb1cf075f835fe261a');
INSERT INTO released.briefs VALUES (1, 'ifirst', 'bombing', '', 'occurred', 'main', 'accepted', 1099511627776, -1099511627776, -1, 0, 0, 0, NULL, NULL, '{"id":"ifirst","type":"bombing","status":"occurred","salience":"main","review":"accepted","summary":"Fire","earliest":null,"latest":null,"country":null,"stances":["asserted"],"dissent":[],"origins":0,"articles":1,"worth":0}');
INSERT INTO released.changes VALUES (1, 2);
INSERT INTO released.changes VALUES (2, 2);
INSERT INTO released.cursors VALUES ('extract', 'first', '');
INSERT INTO released.cursors VALUES ('join', 'first', '');
INSERT INTO released.cursors VALUES ('code', 'first', '1');
INSERT INTO released.cursors VALUES ('extract', 'second', '');
INSERT INTO released.cursors VALUES ('code', 'second', '1');
INSERT INTO released.cursors VALUES ('extract', 'third', '');
INSERT INTO released.cursors VALUES ('join', 'third', '');
INSERT INTO released.cursors VALUES ('code', 'third', '1');
INSERT INTO released.cursors VALUES ('join', 'second', '');
INSERT INTO released.decisions OVERRIDING SYSTEM VALUE VALUES (1, 'd429d42b403d8', 'ifirst', '\x28b52ffd04005902007b226964223a2264343239643432623430336438222c226174223a22222c226279223a2278222c22616374696f6e223a22616363657074222c22746172676574223a22696669727374227d0b84bd92');
INSERT INTO released.failures VALUES ('x', 'ingest', '', '', '', '', '', 1);
INSERT INTO released.found VALUES ('ifirst', '\x28b52ffd4400fb009508005253341e6069da00a09d20a18cdecc97165b36a5f6b6061f0c48075031e00500a034cb396bef7994948a2694d3ed30eeea585aad62026f87c1b8734a6e5fbc0e1edcee891039a9c9ed588e45c060207a90d96919dc0ee3be8a0ad39c4a616f226a567fef9510f87b1ea3cd7833dcf70be3ae90e2d9a46022f4ae6414a736881227c9e7acbd6f2a106e4be18e6cde0af7666cf5c57d51510501c99a000cec610f9bb437d1edc94af07b0223424bdd8e24f33226fdae5663abdb5711fd9e66530faadb13ab089410bfa792d0b7b7624df47744bf0817000abbf9d532a95ac1027658cb2e7cb8b2fc2dd62c96bdd826c3592c2bdbafb669051868db58f60d19406d08ca8b49e00bc93009fbe5be9fdb3fcae619ff0c92a0');
INSERT INTO released.generation VALUES (1, 2);
INSERT INTO released.incidents OVERRIDING SYSTEM VALUE VALUES (1, 'ifirst', '\x28b52ffd44000f01ed08003254361e6069da00a065b8b9699af24e8635e995c34d3f7090200dd941d40b004069cb396bef7994948a92c6e0ef8ad444b22294d3ed30eeea585aad22026f87c1b8734a6e5fbc0e266ef744889cd4e4762cc7226030104d64765a08b7c3b8afe281694ea5b0371135abbff74a07fc3d8fd166bc19eefb85715748f16c523015bd2b19c5a90da2c449f2396bef9b078adb52b8239bb7c2bd195b7d715f54944140b22600035bb0059bb437d1edc94af07b0223424bdd8e24f33226fdae5663abdb5711fd9e66530faadb11ab07940ebfa792d0b7b7624df47744bf081800541b4a6137bf5a26552b58c00e6bd9850f5796bfc59ac5b217db64388b6565fbd536ad00036d1bcbbe2103a80d417931097c21192661bfdcf773fb47d93c034f9731c2', '{a,fire}');
INSERT INTO released.keyed VALUES ('aliases', 'copy', '\x7b226e223a312c2273756d223a2236383464633531393966346234353261343538643138393061336263343861616534316236303734636438666636303764316663306435313761613332356439227d');
INSERT INTO released.keyed VALUES ('aliases', 'sum', '\x7b226e223a312c2273756d223a2236383464633531393966346234353261343538643138393061336263343861616534316236303734636438666636303764316663306435313761613332356439227d');
INSERT INTO released.layers VALUES ('first', '\x28b52ffd0400a50100a4025b7b227374616765223a22746f6b656e697a65222c2276657273696f6e223a2231227d2c616732227d5d021005e1601ae30906501ec7', '369bc564aee91de0b793c1f256fd2568a89c9018ef8bc818d816b7bce8b02106', '\x28b52ffd0400b100006c6179657273206f662046697265204120666972652e4cf8b60e');
INSERT INTO released.layers VALUES ('third', '\x28b52ffd0400a50100a4025b7b227374616765223a22746f6b656e697a65222c2276657273696f6e223a2231227d2c616732227d5d021005e1601ae30906501ec7', 'e899ed239d5602ff86e30892e6548c501dc461f75a6b18294e08b1c3c6fe0b1b', '\x28b52ffd0400c100006c6179657273206f662053746f726d20412073746f726d2ef06460dd');
INSERT INTO released.raws VALUES ('d58fa6f04cf48da9c431abd6f1e50bdffeff57c4fb00ecab0620d92aeca78602', '', 'first.html', '', '', '', 'first', '\x28b52ffd04008900003c703e466972653c703e4120666972652e31923554');
INSERT INTO released.raws VALUES ('c658f63411620a5b19af41d66dbdc4207d34b79e10ae245792b728d4b3eaf86f', '', 'third.html', '', '', '', 'third', '\x28b52ffd04009900003c703e53746f726d3c703e412073746f726d2ef87fed96');
INSERT INTO released.records VALUES ('first', '\x28b52ffd44007801a50a0062563e21406bdb0038178b843b46b2412c4ccc6ac19065e65a12dca31d2cd87b380cc3bd014ff2ec6297fa25089e254f33de5ce42f3910fc52ccef6d35940b3fbca65c902ef34b9ee41938906517b45553f825089e371ba5973296f86e4a9177e0396d22564e2aa329852dd54a26b598a50d83b561fc9e047e61fd25f0bdb2d91b784e872504e85a06c080111881d5366b6a58995263bf2fba565314753c6b9dcd7ee7cd74bc2aac8b92fdbee05524a5385e9d86dee3977d03c1b3665d56e1fd21d418afc851eafc4e207038128782232170fca20d5ba4680e4291939241035a513785402073ba9be3d16abfebda83defebdd95ae67845caf6ca370220000b840385b53912c9a46a050b58c31cc8850f5796bfc59ac5b217db64388b65d96460baafb64d40dfc6b66dd8902d0cdd263d378300b50b0658cd1d31497911f2b3422033e4fddc9e261b9ffd866b04027915bd73cd26962a19a1');
INSERT INTO released.records VALUES ('third', '\x28b52ffd44007e01b50a0092963e20506bda00480c06097796643e6943b25b18bb48575d43f271b411f479465535c04dd22c6357fa25093c4b9a66bcc9c85f8224f02b2d7e6fab9d64f85d9503e5727417bfa4491a0224b12c83766a0bbf2481e74d46e9a58c25be5b52e42178469b87934a6db4a4b0955a4994d66229d360651abf06815f587f087caf6cf6079e53310501b4523380034ee0044edbacc8b112a1c67e5f74ada628e978d63a9bfdce9be8785558f724fb9dc1ab404971bc2a47eff1cbfe91c0b3665d56e1fd9dd318af472555bf170c0420880003043170fca20cdba368eaa047a16c5081d6d32d1d0ec8543773fc59ed77b45223f4f6efcb5aa68fd7a36caffc23200010840386b5b913c9e46a051b58c328c88519974404446018cb9e6c93f52c9667eb81ea5685db05801d0bb76149b630789bb4dd0c02d42e18903577c424e54588d00a41cd9017d44e35c438ed0d5c231058ace89d6b360173b6ce74');
INSERT INTO released.sayso_schema VALUES (1);
INSERT INTO released.sayso_schema VALUES (2);
INSERT INTO released.sayso_schema VALUES (3);
INSERT INTO released.sayso_schema VALUES (4);
INSERT INTO released.sayso_schema VALUES (5);
INSERT INTO released.sayso_schema VALUES (6);
INSERT INTO released.sayso_schema VALUES (7);
INSERT INTO released.sayso_schema VALUES (8);
INSERT INTO released.sayso_schema VALUES (9);
INSERT INTO released.sayso_schema VALUES (10);
INSERT INTO released.sums VALUES ('feeds', 0, '00000000000000000000000000000000');
INSERT INTO released.sums VALUES ('filings', 0, '00000000000000000000000000000000');
INSERT INTO released.sums VALUES ('jobs', 0, '00000000000000000000000000000000');
INSERT INTO released.sums VALUES ('links', 0, '00000000000000000000000000000000');
INSERT INTO released.sums VALUES ('articles', 3, '0210fe0e922cd3952abec9115fcfa6b1');
INSERT INTO released.sums VALUES ('cursors', 9, 'a6e234ae2cccd02832944e96097728ce');
INSERT INTO released.sums VALUES ('failures', 1, 'dd2513400cc33be458537a1e175cf3b9');
INSERT INTO released.sums VALUES ('found', 1, '845042e1077accdb35acb0070237d05c');
INSERT INTO released.sums VALUES ('incidents', 1, '9af4ea820242b948a8df5a6aca19937b');
INSERT INTO released.sums VALUES ('keyed', 2, 'aed28a70bc7f9a128e3fce9537a4788e');
INSERT INTO released.sums VALUES ('layers', 2, 'ac4893c1dac2585192284cc3ea3ae4a7');
INSERT INTO released.sums VALUES ('raws', 2, 'c7b1b6ce976c132c833ff34d30557333');
INSERT INTO released.sums VALUES ('records', 2, '3f588f7aac3df1d2969967cc441f6d99');
INSERT INTO released.tellings VALUES (1, 'first');
INSERT INTO released.terms VALUES ('stance', 'asserted', 1);
INSERT INTO released.tombstones VALUES ('raw', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', 'cc0637e3133c206f7d9acda3b1a73fd7430a07a915f15d4abcec998e0e502bed', '', '', 'asked for');
INSERT INTO released.tombstones VALUES ('article', 'second', 'bbd96733245895cbfa60bb85f10ff438d81556c39d62ac82c027385358739a8d', '', '', 'asked for');
SELECT pg_catalog.setval('released.articles_n_seq', 4, true);
SELECT pg_catalog.setval('released.decisions_n_seq', 1, true);
SELECT pg_catalog.setval('released.incidents_n_seq', 3, true);
ALTER TABLE ONLY released.aliases
    ADD CONSTRAINT aliases_pkey PRIMARY KEY (former);
ALTER TABLE ONLY released.articles
    ADD CONSTRAINT articles_id_key UNIQUE (id);
ALTER TABLE ONLY released.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (n);
ALTER TABLE ONLY released.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY released.briefs
    ADD CONSTRAINT briefs_pkey PRIMARY KEY (n);
ALTER TABLE ONLY released.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (incident);
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
ALTER TABLE ONLY released.filed
    ADD CONSTRAINT filed_pkey PRIMARY KEY (key, article);
ALTER TABLE ONLY released.filings
    ADD CONSTRAINT filings_pkey PRIMARY KEY (article);
ALTER TABLE ONLY released.found
    ADD CONSTRAINT found_pkey PRIMARY KEY (id);
ALTER TABLE ONLY released.generation
    ADD CONSTRAINT generation_pkey PRIMARY KEY (one);
ALTER TABLE ONLY released.incidents
    ADD CONSTRAINT incidents_id_key UNIQUE (id);
ALTER TABLE ONLY released.incidents
    ADD CONSTRAINT incidents_pkey PRIMARY KEY (n);
ALTER TABLE ONLY released.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (name);
ALTER TABLE ONLY released.keyed
    ADD CONSTRAINT keyed_pkey PRIMARY KEY (kind, key);
ALTER TABLE ONLY released.layers
    ADD CONSTRAINT layers_pkey PRIMARY KEY (article);
ALTER TABLE ONLY released.links
    ADD CONSTRAINT links_pkey PRIMARY KEY (report, other);
ALTER TABLE ONLY released.raws
    ADD CONSTRAINT raws_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY released.records
    ADD CONSTRAINT records_pkey PRIMARY KEY (article);
ALTER TABLE ONLY released.sayso_schema
    ADD CONSTRAINT sayso_schema_pkey PRIMARY KEY (version);
ALTER TABLE ONLY released.sums
    ADD CONSTRAINT sums_pkey PRIMARY KEY (name);
ALTER TABLE ONLY released.tellings
    ADD CONSTRAINT tellings_pkey PRIMARY KEY (incident, article);
ALTER TABLE ONLY released.terms
    ADD CONSTRAINT terms_pkey PRIMARY KEY (kind, word, incident);
ALTER TABLE ONLY released.tombstones
    ADD CONSTRAINT tombstones_pkey PRIMARY KEY (kind, target, digest);
CREATE INDEX aliases_id ON released.aliases USING btree (id);
CREATE INDEX articles_foreign ON released.articles USING btree (taken, language) WHERE ((taken = 0) AND (language <> 'en'::text));
CREATE INDEX articles_outlet ON released.articles USING btree (outlet, published) WHERE (taken = 0);
CREATE INDEX articles_published ON released.articles USING btree (published);
CREATE INDEX articles_taken ON released.articles USING btree (taken) WHERE (taken <> 0);
CREATE INDEX articles_words ON released.articles USING gin (words);
CREATE INDEX briefs_deaths ON released.briefs USING btree (deaths DESC, id);
CREATE INDEX briefs_earliest ON released.briefs USING btree (earliest, id);
CREATE INDEX briefs_latest ON released.briefs USING btree (latest DESC, id);
CREATE INDEX briefs_place ON released.briefs USING gist (point(lon, lat)) WHERE (lat IS NOT NULL);
CREATE INDEX briefs_worth ON released.briefs USING btree (worth DESC, id);
CREATE INDEX changes_generation ON released.changes USING btree (generation);
CREATE INDEX cursors_article ON released.cursors USING btree (article);
CREATE INDEX cursors_version ON released.cursors USING btree (step, version, article);
CREATE INDEX decisions_target ON released.decisions USING btree (target);
CREATE INDEX failures_name ON released.failures USING btree (name);
CREATE INDEX incidents_words ON released.incidents USING gin (words);
CREATE INDEX links_article ON released.links USING btree (article);
CREATE INDEX links_other ON released.links USING btree (other_article);
CREATE INDEX raws_address ON released.raws USING btree (address) WHERE (address <> ''::text);
CREATE INDEX raws_article ON released.raws USING btree (article);
CREATE INDEX raws_origin ON released.raws USING btree (origin) WHERE (address <> ''::text);
CREATE INDEX tellings_article ON released.tellings USING btree (article);
CREATE INDEX terms_incident ON released.terms USING btree (incident);
CREATE INDEX tombstones_target ON released.tombstones USING btree (target);
CREATE TRIGGER audit_fixed BEFORE DELETE OR UPDATE ON released.audit FOR EACH ROW EXECUTE FUNCTION released.audit_only_added_to();
CREATE TRIGGER audit_kept BEFORE TRUNCATE ON released.audit FOR EACH STATEMENT EXECUTE FUNCTION released.audit_only_added_to();
ALTER TABLE ONLY released.briefs
    ADD CONSTRAINT briefs_n_fkey FOREIGN KEY (n) REFERENCES released.incidents(n);
ALTER TABLE ONLY released.cursors
    ADD CONSTRAINT cursors_article_fkey FOREIGN KEY (article) REFERENCES released.articles(id);
ALTER TABLE ONLY released.filed
    ADD CONSTRAINT filed_article_fkey FOREIGN KEY (article) REFERENCES released.articles(n);
ALTER TABLE ONLY released.filings
    ADD CONSTRAINT filings_article_fkey FOREIGN KEY (article) REFERENCES released.articles(id);
ALTER TABLE ONLY released.layers
    ADD CONSTRAINT layers_article_fkey FOREIGN KEY (article) REFERENCES released.articles(id);
ALTER TABLE ONLY released.records
    ADD CONSTRAINT records_article_fkey FOREIGN KEY (article) REFERENCES released.articles(id);
ALTER TABLE ONLY released.tellings
    ADD CONSTRAINT tellings_incident_fkey FOREIGN KEY (incident) REFERENCES released.incidents(n);
ALTER TABLE ONLY released.terms
    ADD CONSTRAINT terms_incident_fkey FOREIGN KEY (incident) REFERENCES released.incidents(n);
