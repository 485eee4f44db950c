#!/bin/sh
# Exports the demo's articles in every format and reads each with the
# ecosystem's own reader (requirements.txt, from the Python registry):
#
#   python3 -m venv bench/peers/exports/.work && bench/peers/exports/.work/bin/pip install -r bench/peers/exports/requirements.txt
#   sh bench/peers/exports/run.sh > bench/peers/exports/output.txt
set -e
cd "$(dirname "$0")/../../.."
work=bench/peers/exports/.work
python=${PYTHON:-$work/bin/python}
mkdir -p "$work/out"
rm -f "$work"/out/*
go build -o "$work/out/sayso" ./cmd/sayso
"$work/out/sayso" add --store "$work/out/d.db" data/demo > /dev/null
for f in jsonl csv acled-csv ucdp-csv plover hxl geojson parquet stix ftm prov; do
	"$work/out/sayso" export --store "$work/out/d.db" --format "$f" --out "$work/out/d.$f"
done
"$work/out/sayso" export --store "$work/out/d.db" --format csv --excel --out "$work/out/d.excel"
exec "$python" bench/peers/exports/read.py "$work/out"
