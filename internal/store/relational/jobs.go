package relational

import "sayso/internal/store"

func job(scan func(...any) error) (j store.Job, err error) {
	return j, scan(&j.Name, &j.Owner, &j.Until)
}

func (t *tx) Jobs() ([]store.Job, error) {
	return list(t, job, `SELECT name, owner, until FROM jobs ORDER BY name`)
}

func (t *tx) PutJobs(names []string) error {
	for _, n := range names {
		if err := t.come("jobs", `INSERT INTO jobs(name, owner, until) VALUES($1, '', 0) ON CONFLICT(name) DO NOTHING`, n); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) Lease(owner string, now, until int64) (store.Job, bool, error) {
	found, err := list(t, job, `UPDATE jobs SET owner = $1, until = $2 WHERE name = (SELECT name FROM jobs WHERE until <= $3 OR until > $4
		ORDER BY name LIMIT 1`+t.dialect.SkipLocked()+`) RETURNING name, owner, until`, owner, until, now, until+store.Ahead)
	if err != nil || len(found) == 0 {
		return store.Job{}, false, err
	}
	return found[0], true, nil
}

func (t *tx) Renew(j store.Job, until int64) (bool, error) {
	found, err := list(t, text, `UPDATE jobs SET until = $3 WHERE name = $1 AND owner = $2 RETURNING name`, j.Name, j.Owner, until)
	return len(found) > 0, err
}

func (t *tx) DropJob(j store.Job) error {
	return t.gone("jobs", `DELETE FROM jobs WHERE name = $1 AND owner = $2`, j.Name, j.Owner)
}
