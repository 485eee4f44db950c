package memory

import "sayso/internal/store"

func (t *tables) Jobs() ([]store.Job, error) {
	var out []store.Job
	for _, name := range sorted(t.jobs, "", 0) {
		out = append(out, t.jobs[name])
	}
	return out, nil
}

func (t *tables) PutJobs(names []string) error {
	for _, n := range names {
		if _, ok := t.jobs[n]; !ok {
			t.jobs[n] = store.Job{Name: n}
		}
	}
	return nil
}

func (t *tables) Lease(owner string, now, until int64) (store.Job, bool, error) {
	for _, name := range sorted(t.jobs, "", 0) {
		if j := t.jobs[name]; j.Until <= now || j.Until > until+store.Ahead {
			j.Owner, j.Until = owner, until
			t.jobs[name] = j
			return j, true, nil
		}
	}
	return store.Job{}, false, nil
}

func (t *tables) Renew(j store.Job, until int64) (bool, error) {
	held, ok := t.jobs[j.Name]
	if !ok || held.Owner != j.Owner {
		return false, nil
	}
	held.Until = until
	t.jobs[j.Name] = held
	return true, nil
}

func (t *tables) DropJob(j store.Job) error {
	if held, ok := t.jobs[j.Name]; ok && held.Owner == j.Owner {
		delete(t.jobs, j.Name)
	}
	return nil
}
