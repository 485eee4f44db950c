#!/usr/bin/env bash
# Fuzzes the API of a running desk with schemathesis: every operation, with an
# admin's session. It fails where anything is answered with 5xx. See README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=${ROOT:-$(cd "$here/../../.." && pwd)}
work=${WORK:-$here/.work}
examples=${1:-40}
mkdir -p "$work"
if [ ! -x "$work/venv/bin/schemathesis" ]; then
	python3 -m venv "$work/venv"
	"$work/venv/bin/pip" install --quiet 'schemathesis==4.32.*'
fi
if [ ! -x "$work/sayso" ] || [ "${BUILD:-1}" = 1 ]; then
	(cd "$root" && go build -o "$work/sayso" ./cmd/sayso)
fi

# From here on without a network: what is handed in as addresses is not fetched.
if [ "${ALONE:-0}" = 0 ] && command -v unshare >/dev/null && unshare -rn true 2>/dev/null; then
	exec env ALONE=1 BUILD=0 WORK="$work" unshare -rn "$0" "$examples"
fi
if [ "${ALONE:-0}" = 1 ]; then
	ip link set lo up
fi
desk=http://127.0.0.1:8899
rm -f "$work"/f.db* "$work/met.json"
printf 'correct horse battery\n' | "$work/sayso" accounts set keeper --role admin --store "$work/f.db"
"$work/sayso" demo --serve --store "$work/f.db" --listen 127.0.0.1:8899 >"$work/desk.txt" 2>&1 &
served=$!
for _ in $(seq 120); do
	curl -s -o "$work/openapi.json" $desk/api/v1/openapi.json && break
	sleep 1
done
code=0
cd "$work" # what the fuzzer keeps of its runs lies there
DESK=$desk/api/v1 SAYSO=$work/sayso STORE=$work/f.db MET=$work/met.json PYTHONPATH=$here SCHEMATHESIS_HOOKS=hooks \
	"$work/venv/bin/schemathesis" run "$work/openapi.json" --url $desk/api/v1 \
	--checks not_a_server_error --phases examples,coverage,fuzzing -n "$examples" --continue-on-failure --no-color --rate-limit 19/s --seed 1 || code=$?
kill -TERM $served
wait $served || code=$?
"$work/sayso" verify --store "$work/f.db" || code=$?
python3 "$here/met.py" "$work/met.json" || code=$?
exit $code
