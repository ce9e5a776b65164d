#!/bin/sh
# Trains and judges every system that Lentigo carries on from, on one split by lesion, the nine-class
# set with and without its copies, and at last the cheap systems once more on a random split.
# It takes hours; killed and started again, it goes on. What an experiment prints stands in its log.
#
#   PYTHON=.venv/bin/python sh scripts/compare_systems.sh HAM10000 ISIC9 OUT [RUN...]
#
# HAM10000, ISIC9: the data sets. OUT: where runs and reports go. RUN: finished runs on the same
# split that are to stand in the table too.
set -eu
ham=$1 isic9=$2 out=$3
shift 3
python=${PYTHON:-.venv/bin/python}
mkdir -p "$out/lesion" "$out/random" "$out/isic9"

# step NAME COMMAND...: run it once, and go on with the others when it fails.
step() {
    name=$1
    shift
    [ -e "$out/$name.done" ] && return
    date "+%H:%M $name"
    if "$python" -m training "$@" > "$out/$name.log" 2>&1; then
        touch "$out/$name.done"
    else
        echo "$name failed: $out/$name.log"
    fi
}

# system PLACE EXPERIMENT DATA [OPTION...]: train it in PLACE, judge it there.
system() {
    run=$out/$1/$2 data=$3
    name=$1/$2 experiment=$2
    shift 3
    step "$name" train "$experiment" --data "$data" --out "$run" "$@"
    step "$name-judged" evaluate --run "$run" --data "$data" --out "$run/report"
}

step by-lesion split "$ham" --out "$out/by-lesion.json"
step by-chance split "$ham" --random --out "$out/by-chance.json"
step as-given split "$isic9" --as-given --out "$out/as-given.json"
# Nearly all images of sk stand under mel as well.
step audit audit "$isic9" --out "$out/audit" --clean "$out/cleaned.csv" --without sk
step cleaned split "$out/cleaned.csv" --out "$out/cleaned.json"

for experiment in ann ann_augmented cnn cnn_augmented cnn_rebalanced mobilenetv2_frozen; do
    system lesion "$experiment" "$ham" --split "$out/by-lesion.json"
done
system isic9 isic9_as_it_comes "$isic9" --split "$out/as-given.json" --accept-leaks
system isic9 isic9_cleaned "$out/cleaned.csv" --split "$out/cleaned.json"
for experiment in mobilenetv2_finetuned inceptionv3 densenet121 efficientnetb0 resnet50 vgg16; do
    system lesion "$experiment" "$ham" --split "$out/by-lesion.json"
done

for run in "$@"; do
    name=given/$(basename "$run")
    mkdir -p "$out/given"
    step "$name" evaluate --run "$run" --data "$ham" --out "$run/report"
done

for experiment in ann ann_augmented cnn cnn_augmented cnn_rebalanced mobilenetv2_frozen; do
    system random "$experiment" "$ham" --split "$out/by-chance.json" --accept-leaks
done
