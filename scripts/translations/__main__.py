"""``make translations``: bring the catalogues up to date, and say what is left to translate."""

from __future__ import annotations

import sys
from pathlib import Path

from core.language.languages import Language
from scripts.translations import catalogues, window
from scripts.translations.texts import texts_of_program

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Write all catalogues anew; 1 where something is left to be translated."""
    left = 0
    texts = texts_of_program(ROOT)
    for language in catalogues.LANGUAGES:
        catalogue = catalogues.updated(language, texts)
        catalogues.write(language, catalogue)
        missing = catalogues.untranslated(catalogue)
        wrong = catalogues.misfilled(catalogue)
        print(f"{language}: {len(texts)} texts, {len(missing)} to translate, {len(wrong)} wrong")
        print("\n".join(f"  {text}" for text in (*missing, *wrong)))
        left += len(missing) + len(wrong) + _update_window(language)
    return 1 if left else 0


def _update_window(language: Language) -> int:
    window.update(language)
    files = (window.source_file(language), window.qt_file(language))
    missing = [text for file in files for text in window.untranslated(file)]
    count = sum(1 for file in files for _ in window.messages(file))
    print(f"{language}, in the window: {count} texts, {len(missing)} to translate")
    print("\n".join(f"  {text}" for text in missing))
    return len(missing)


if __name__ == "__main__":
    sys.exit(main())
