# What is handed to users; see cmd/release. Go alone is needed.
.PHONY: release
release:
	go run ./cmd/release
