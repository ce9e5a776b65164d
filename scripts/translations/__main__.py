"""``make translations``: bring the catalogues up to date, and say what is left to translate."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.translations import catalogues
from scripts.translations.texts import texts_in

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Write all catalogues anew; 1 where something is left to be translated."""
    left = 0
    texts = texts_in(ROOT / "core")
    for language in catalogues.LANGUAGES:
        catalogue = catalogues.updated(language, texts)
        catalogues.write(language, catalogue)
        missing = catalogues.untranslated(catalogue)
        wrong = catalogues.misfilled(catalogue)
        print(f"{language}: {len(texts)} texts, {len(missing)} to translate, {len(wrong)} wrong")
        print("\n".join(f"  {text}" for text in (*missing, *wrong)))
        left += len(missing) + len(wrong)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
