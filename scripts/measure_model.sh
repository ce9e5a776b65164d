#!/bin/sh
# Measures a bundle in every way there is, and puts all figures on its card: one to two hours on
# 2 cores. Killed and started again, it goes on. What a step prints stands in its log.
#
#   PYTHON=.venv/bin/python sh scripts/measure_model.sh MODEL DATA SPLIT MASKS PHOTOGRAPHS OUT
#
# MODEL: the bundle, as exported. DATA, SPLIT: what it is measured on. MASKS: of lesions.
# PHOTOGRAPHS: of other things, in folders by category. OUT: where reports go; another one after
# the model was exported or refitted anew.
set -eu
model=$1 data=$2 split=$3 masks=$4 photographs=$5 out=$6
python=${PYTHON:-.venv/bin/python}
mkdir -p "$out"
what="$(grep weights.safetensors "$model/SHA256SUMS") $data $split $masks $photographs"
if [ -e "$out/what" ] && [ "$(cat "$out/what")" != "$what" ]; then
    echo "$out holds figures of another model or other images: choose another folder" >&2
    exit 2
fi
echo "$what" > "$out/what"

# step NAME FILE COMMAND...: run it once. One that wrote FILE, but not for every image, counts.
step() {
    name=$1 made=$2
    shift 2
    [ -e "$out/$name.done" ] && return
    date "+%H:%M $name"
    status=0
    "$python" "$@" > "$out/$name.log" 2>&1 || status=$?
    if [ $status = 1 ] && [ -e "$made" ]; then
        echo "$name: not for every image, see $out/$name.log" >&2
    elif [ $status != 0 ]; then
        echo "$name failed: $out/$name.log" >&2
        exit 1
    fi
    touch "$out/$name.done"
}

# measure NAME SECTION OPTION...: evaluate with these options, and put a section of it on the card;
# all of it where SECTION is empty.
measure() {
    name=$1 section=$2
    shift 2
    step "$name" "$out/$name/report.json" -m training evaluate --bundle "$model" --data "$data" --split "$split" \
        --out "$out/$name" "$@"
    step "$name-card" "" -m training card --bundle "$model" --report "$out/$name/report.json" \
        ${section:+--section "$section"}
}

for precision in int8 bfloat16; do
    step "fit-$precision" "" -m training precision --bundle "$model" --data "$data" --split "$split" \
        --precision $precision
done
measure report "" --masks "$masks" --ordinary "$photographs" --probes 100
for precision in int8 bfloat16; do
    measure "report-$precision" lower_precision --precision $precision
done
export LENTIGO_MODEL="$model"
step atlas "$out/atlas/atlas.json" -m desktop atlas build "$data" --out "$out/atlas"
measure report-similar similar --similar "$out/atlas" --device cpu
measure report-explanations explanations --masks "$masks" --methods all --explained 32 --device cpu
