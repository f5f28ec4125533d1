"""The image of a bundle, by the bundle's own Dockerfile."""

import os
import shutil
from pathlib import Path

from . import recipes
from .processes import run


def build(bundle, language, base, name, archive):
    """An OCI archive of the image `name` of a bundle (a folder) in that language; `base` is the
    archive of the language's own image, from which the Dockerfile starts."""
    store = Path(f"{archive}.buildah")
    environment = {**os.environ, "BUILDAH_ISOLATION": "chroot", "STORAGE_DRIVER": "vfs"}

    def buildah(*words):
        return run("buildah", "--root", store / "root", "--runroot", store / "run", *words, env=environment).strip()

    try:
        buildah("tag", buildah("pull", "-q", f"oci-archive:{base}"), recipes.reference(language))
        buildah("build", "-q", "--layers=false", "--pull-never", "-t", name, bundle)
        buildah("push", "-q", name, f"oci-archive:{archive}:{name}")
    finally:
        shutil.rmtree(store, ignore_errors=True)
