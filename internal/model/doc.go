// Package model loads the models that the program carries. A model is a folder
// data/models/<task>/<lang>-<date> with a card, a manifest and the file
// model.bin: a magic word, the version of the format, the digest of the payload
// and the payload, compressed. What does not match is refused.
package model
