"""The language images of manifests/images, by the very same recipes. There is no registry to pull
`debian:RELEASE-slim` from, so mmdebstrap makes that root, as Debian's own images are made; buildah
runs the rest. Kept per machine, by the hash of the recipe."""

import fcntl
import hashlib
import os
import re
import shutil
from pathlib import Path

from . import images
from .processes import run

_RECIPES = Path(__file__).resolve().parents[3] / "manifests/images"
_NO_DOCUMENTS = [f"--dpkgopt=path-exclude=/usr/share/{name}/*" for name in ("doc", "info", "locale", "man")]
_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_BASE = re.compile(r"^FROM (debian:(\w+)-slim)$", re.MULTILINE)


def names():
    """The languages whose images the tests and the bench use; each takes a minute or two to build."""
    return sorted(path.parent.name for path in _RECIPES.glob("*/Dockerfile"))


def reference(language):
    return f"localhost/kubectl-algo/{language}:1"


def _kept(path, make):
    """The file, once per machine; `make(path)` fills it when it is not there."""
    with open(path.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            unfinished = path.with_name(f"unfinished-{path.name}")
            make(unfinished)
            unfinished.rename(path)
    return path


def _digest(*texts):
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]


def _debian(cache, release):
    options = ["--variant=minbase", "--dpkgopt=force-unsafe-io", *_NO_DOCUMENTS]

    def make(path):
        run("mmdebstrap", *options, "--format=tar", release, path)

    return _kept(cache / f"debian-{release}-{_digest(*options)}.tar", make)


class _Buildah:
    """buildah with a store of its own that is gone afterwards."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {**os.environ, "BUILDAH_ISOLATION": "chroot", "STORAGE_DRIVER": "vfs"}

    def __call__(self, *words):
        return run("buildah", "--root", self.folder / "root", "--runroot", self.folder / "run", *words,
                   env=self.environment).strip()


def _build(cache, language, archive):
    recipe = _RECIPES / language
    base, release = _BASE.search((recipe / "Dockerfile").read_text()).groups()
    folder = archive.with_suffix(".buildah")
    shutil.rmtree(folder, ignore_errors=True)
    buildah = _Buildah(folder)
    try:
        root = folder.with_suffix(".base.tar")
        images.write_archive(root, base, _debian(cache, release).read_bytes(), {"Env": [_PATH]})
        made = buildah("pull", "-q", f"oci-archive:{root}")
        buildah("tag", made, f"docker.io/library/{base}")
        root.unlink()
        buildah("build", "-q", "--layers=false", "--pull-never", "-t", reference(language), recipe)
        buildah("push", "-q", reference(language), f"oci-archive:{archive}:{reference(language)}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def build(cache, language, say):
    """An OCI archive with the image `reference(language)`, in the folder `cache`; made when it is
    not there, which takes a minute or two."""
    digest = _digest((_RECIPES / language / "Dockerfile").read_text(), Path(__file__).read_text())

    def make(path):
        say(f"building the image for {language} (once per machine) …")
        _build(cache, language, path)

    return _kept(cache / f"image-{language}-{digest}.tar", make)
