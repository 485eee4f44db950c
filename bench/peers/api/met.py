"""Prints what each operation was answered with, and fails where one met nothing
but a refusal of who asks."""

import json
import sys

met = json.load(open(sys.argv[1]))
refused = [op for op, by in met.items() if set(by) <= {"401", "403"}]
for op, by in met.items():
    print(f"{op:36}", "  ".join(f"{status}: {n}" for status, n in by.items()))
print(len(met), "operations;", len(refused), "met nothing but a refusal of who asks", *refused)
sys.exit(bool(refused))
