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
rm -f "$work"/f.db*
printf 'correct horse battery\n' | "$work/sayso" accounts set ann --role admin --store "$work/f.db"
"$work/sayso" demo --serve --store "$work/f.db" --listen 127.0.0.1:8899 >"$work/desk.txt" 2>&1 &
served=$!
for _ in $(seq 120); do
	curl -s -o "$work/openapi.json" $desk/api/v1/openapi.json && break
	sleep 1
done
session=$(curl -s -D - -o /dev/null -H 'Content-Type: application/json' -d '{"name":"ann","password":"correct horse battery"}' $desk/api/v1/session |
	sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\);.*/\1/p')
# Signing out, and the account's own password, would end the session.
code=0
"$work/venv/bin/schemathesis" run "$work/openapi.json" --url $desk/api/v1 -H "Cookie: $session" \
	--checks not_a_server_error --phases examples,coverage,fuzzing -n "$examples" --continue-on-failure --no-color --rate-limit 19/s --seed 1 \
	--exclude-operation-id sign-out --exclude-operation-id set-password || code=$?
kill -TERM $served
wait $served || code=$?
"$work/sayso" verify --store "$work/f.db" || code=$?
exit $code
