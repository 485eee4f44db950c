"""Reads each export with the ecosystem's own reader or validator.

    sh bench/peers/exports/run.sh > bench/peers/exports/output.txt

Prints a line a check and exits 1 if one fails. The program needs none of this.
"""
import csv, json, os, sys

dir = sys.argv[1]
at = lambda name: os.path.join(dir, "d." + name)
bad = 0


def check(what, ok, detail=""):
    global bad
    bad += not ok
    print(("ok    " if ok else "FAIL  ") + what + (": " + str(detail) if detail != "" else ""))


want = [json.loads(l)["incident"] for l in open(at("jsonl"), encoding="utf-8") if l.startswith('{"incident"')]
by = {i["id"]: i for i in want}
days = {i["id"]: ((i["when"] or {}).get("earliest") or (i["when"] or {}).get("latest")) for i in want}
points = {i["id"]: (i["where"]["lat"], i["where"]["lon"]) for i in want if i["where"] and "lat" in i["where"]}
check("jsonl: json reads it", len(want) > 0, f"{len(want)} incidents, {len(points)} with a point")

import pandas as pd

ACLED = "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp".split()
a = pd.read_csv(at("acled-csv"), parse_dates=["event_date"])
check("acled-csv: pandas, ACLED's columns", list(a.columns) == ACLED and len(a) == len(want), len(a))
check("acled-csv: days don't move", all((None if pd.isna(d) else d.strftime("%Y-%m-%d")) == days[i[3:]] for i, d in zip(a.event_id_cnty, a.event_date)))
check("acled-csv: coordinates keep all digits", all((x, y) == points[i[3:]] for i, x, y in zip(a.event_id_cnty, a.latitude, a.longitude) if i[3:] in points))
check("acled-csv: fatalities are whole numbers", a.fatalities.dtype.kind == "i")

UCDP = "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob".split()
u = pd.read_csv(at("ucdp-csv"), parse_dates=["date_start", "date_end"])
check("ucdp-csv: pandas, GED's columns", list(u.columns) == UCDP and len(u) == len(want), len(u))
check("ucdp-csv: days don't move", all((None if pd.isna(d) else d.strftime("%Y-%m-%d")) == days[i] for i, d in zip(u.id, u.date_start)))
check("ucdp-csv: coordinates keep all digits", all((x, y) == points[i] for i, x, y in zip(u.id, u.latitude, u.longitude) if i in points))

names = [l for l in csv.DictReader(open(at("excel"), encoding="utf-8-sig"))]
check("csv --excel: a byte order mark, and the names survive", open(at("excel"), "rb").read(3) == b"\xef\xbb\xbf" and {n["id"]: n["place"] for n in names} == {i: (x["where"] or {}).get("name", "") for i, x in by.items()})

import hxl

rows = list(hxl.data(at("hxl"), hxl.InputOptions(allow_local=True)))
check("hxl: libhxl", len(rows) == len(want) and rows[0].get("#event+id") in by, len(rows))
check("hxl: days don't move", all((r.get("#date+start") or None) == days[r.get("#event+id")] for r in rows))

import duckdb, pyarrow.parquet as pq

t = pq.read_table(at("parquet"))
check("parquet: pyarrow", t.num_rows == len(want) and str(t.schema.field("earliest").type) == "date32[day]", f"{t.num_rows} rows")
check("parquet: claims stay nested", sum(len(c) for c in t["claims"].to_pylist()) == sum(len(i["claims"]) for i in want))
check("parquet: days don't move, coordinates keep all digits", all((str(r["earliest"] or r["latest"]) if r["earliest"] or r["latest"] else None) == days[r["id"]] and (r["id"] not in points or (r["place"]["lat"], r["place"]["lon"]) == points[r["id"]]) for r in t.to_pylist()))
n = duckdb.sql(f"SELECT count(*) FROM (SELECT id, unnest(claims) AS c FROM '{at('parquet')}') WHERE c.stance = 'alleged'").fetchall()[0][0]
check("parquet: duckdb unnests the claims", n == sum(c["stance"] == "alleged" for i in want for c in i["claims"]), f"{n} alleged")

from geojson_pydantic import FeatureCollection

g = FeatureCollection.model_validate_json(open(at("geojson"), encoding="utf-8").read())
check("geojson: geojson-pydantic", len(g.features) == len(want), len(g.features))
check("geojson: coordinates keep all digits, longitude first", all(f.geometry is None or tuple(f.geometry.coordinates)[::-1] == points[f.id] for f in g.features))

import stix2validator

r = stix2validator.validate_file(at("stix"), stix2validator.ValidationOptions(version="2.1", disabled=[]))
check("stix: stix2-validator 2.1", r.is_valid, [str(e) for e in (r.object_results[0].errors if r.object_results else [])][:3] if not r.is_valid else "valid")

from followthemoney import model

count = {}
for line in open(at("ftm"), encoding="utf-8"):
    raw = json.loads(line)
    schema = model.get(raw["schema"])
    for p in raw["properties"]:
        if p not in schema.properties:
            check("ftm: property " + schema.name + "." + p, False)
    e = model.get_proxy(raw)
    for p, values in raw["properties"].items():
        if p in schema.properties and len(e.get(p)) != len(set(values)):
            check("ftm: values of " + schema.name + "." + p + " are taken", False, values)
    count[schema.name] = count.get(schema.name, 0) + 1
check("ftm: followthemoney", count.get("Event") == len(want), count)

from prov.model import ProvDocument

d = ProvDocument.deserialize(content=open(at("prov"), encoding="utf-8").read(), format="json")
check("prov: prov", len(list(d.bundles)) == len(want), f"{len(list(d.bundles))} bundles, {sum(len(b.records) for b in d.bundles)} records")

p = [json.loads(l) for l in open(at("plover"), encoding="utf-8")]
check("plover: a JSON object a line", len(p) == len(want) and all(e["date"] == days[e["id"]] for e in p), len(p))

print(f"{bad} checks failed")
sys.exit(bad > 0)
