-- What of a page the day of publication of an article rests on. Articles of a
-- former schema get it when they are extracted the next time.
ALTER TABLE articles ADD COLUMN dated TEXT NOT NULL DEFAULT '';
