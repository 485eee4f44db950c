-- Articles that are kept and not coded, and those that were taken down, are
-- counted without reading articles.
CREATE INDEX articles_foreign ON articles(taken, language) WHERE taken = 0 AND language <> 'en';
CREATE INDEX articles_taken ON articles(taken) WHERE taken <> 0;
