package ui

import (
	"encoding/json"
	"math"
	"net/http"
	"slices"
	"strconv"
	"sync"

	"sayso/internal/store"
)

// points keeps the last lists of points, so that moving the map asks the store
// for nothing.
type points struct {
	mu   sync.Mutex
	list []kept
}

type kept struct {
	key    string
	points []store.Point
}

// keptPoints is how many lists are kept.
const keptPoints = 4

func (c *points) get(key string, read func() ([]store.Point, error)) ([]store.Point, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, k := range c.list {
		if k.key == key {
			return k.points, nil
		}
	}
	list, err := read()
	if err != nil {
		return nil, err
	}
	c.list = append(c.list, kept{key, list})
	if len(c.list) > keptPoints {
		c.list = slices.Delete(c.list, 0, 1)
	}
	return list, nil
}

// cell is what the map draws: an incident, or how many lie close together.
type cell struct {
	Lon    float64 `json:"x"`
	Lat    float64 `json:"y"`
	N      int     `json:"n"`
	Deaths int     `json:"d"`            // best figures together
	ID     string  `json:"id,omitempty"` // of the incident, where it is one
	Type   string  `json:"t,omitempty"`
	sum    [2]float64
}

// cellsOf gathers points that lie within a square of side pixels at a zoom.
func cellsOf(list []store.Point, box *store.Box, zoom float64, side float64) []*cell {
	scale := 512 * math.Pow(2, zoom) / side
	at := map[[2]int]*cell{}
	var out []*cell
	for i := range list {
		p := &list[i]
		if box != nil && !box.Holds(p.Lat, p.Lon) {
			continue
		}
		key := [2]int{int((p.Lon + 180) / 360 * scale), int(mercator(p.Lat) * scale)}
		c := at[key]
		if c == nil {
			c = &cell{ID: p.ID, Type: p.Type}
			at[key] = c
			out = append(out, c)
		}
		c.N++
		c.Deaths += max(0, p.Deaths)
		c.sum[0] += p.Lon
		c.sum[1] += p.Lat
	}
	out = apart(out, scale, side)
	for _, c := range out {
		c.Lon, c.Lat = math.Round(c.sum[0]/float64(c.N)*1e4)/1e4, math.Round(c.sum[1]/float64(c.N)*1e4)/1e4
		if c.N > 1 {
			c.ID, c.Type = "", ""
		}
	}
	return out
}

// apart joins cells whose middles are closer than a circle is wide, the fuller
// taking the others in.
func apart(list []*cell, scale, side float64) []*cell {
	slices.SortStableFunc(list, func(a, b *cell) int { return b.N - a.N })
	var out []*cell
	at := map[[2]int][]*cell{}
	spot := func(c *cell) (x, y float64) {
		return (c.sum[0]/float64(c.N) + 180) / 360 * scale, mercator(c.sum[1]/float64(c.N)) * scale
	}
	for _, c := range list {
		x, y := spot(c)
		if near := closest(at, x, y, spot, 36/side); near != nil {
			near.N, near.Deaths = near.N+c.N, near.Deaths+c.Deaths
			near.sum[0], near.sum[1] = near.sum[0]+c.sum[0], near.sum[1]+c.sum[1]
			continue
		}
		key := [2]int{int(x), int(y)}
		at[key] = append(at[key], c)
		out = append(out, c)
	}
	return out
}

func closest(at map[[2]int][]*cell, x, y float64, spot func(*cell) (float64, float64), within float64) *cell {
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			for _, c := range at[[2]int{int(x) + dx, int(y) + dy}] {
				if cx, cy := spot(c); math.Hypot(cx-x, cy-y) < within {
					return c
				}
			}
		}
	}
	return nil
}

// mercator is how far down the map a latitude lies, 0 to 1.
func mercator(lat float64) float64 {
	s := math.Sin(max(-85, min(85, lat)) * math.Pi / 180)
	return .5 - math.Log((1+s)/(1-s))/(4*math.Pi)
}

// bounds are the degrees between which points lie.
func bounds(list []store.Point) []float64 {
	if len(list) == 0 {
		return nil
	}
	b := []float64{180, 90, -180, -90}
	for i := range list {
		b[0], b[1] = min(b[0], list[i].Lon), min(b[1], list[i].Lat)
		b[2], b[3] = max(b[2], list[i].Lon), max(b[3], list[i].Lat)
	}
	return b
}

// incidentPoints answers with what the map draws of what the filter asks for:
// z the zoom, view the part that is seen.
func (d *Desk) incidentPoints(w http.ResponseWriter, r *http.Request) error {
	f, err := readFilter(r)
	if err != nil {
		return err
	}
	q, err := f.query()
	if err != nil {
		return err
	}
	zoom, err := strconv.ParseFloat(r.URL.Query().Get("z"), 64)
	if err != nil || math.IsNaN(zoom) {
		zoom = 1
	}
	view, err := readBox(r.URL.Query().Get("view"))
	if err != nil {
		return err
	}
	var list []store.Point
	err = d.view(r, func(tx store.Reader) error {
		state, err := tx.Generation()
		if err != nil {
			return err
		}
		list, err = d.cache.get(string(f.Query())+" "+strconv.FormatInt(state, 10), func() ([]store.Point, error) { return tx.Points(q) })
		return err
	})
	if err != nil {
		return err
	}
	b, err := json.Marshal(map[string]any{"total": len(list), "bounds": bounds(list), "cells": cellsOf(list, view, max(0, min(12, zoom)), 44)})
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "private, no-cache")
	send(w, r, http.StatusOK, b)
	return nil
}
