"""Images without a registry: OCI archives made of files, imported into a node's containerd."""

import hashlib
import io
import json
import tarfile
from pathlib import Path

from .processes import run

_PAUSE = """#include <signal.h>
#include <unistd.h>
static void end(int s) { (void)s; _exit(0); }
int main(void) {
  signal(SIGTERM, end);
  signal(SIGINT, end);
  for (;;) pause();
}
"""


def _add(archive, name, data):
    info = tarfile.TarInfo(name)
    info.size = len(data)
    archive.addfile(info, io.BytesIO(data))


def _blob(archive, data):
    digest = hashlib.sha256(data).hexdigest()
    _add(archive, f"blobs/sha256/{digest}", data)
    return {"digest": f"sha256:{digest}", "size": len(data)}


def _json(value):
    return json.dumps(value).encode()


def write_archive(path, reference, layer, config):
    """An OCI archive of one layer (an uncompressed tar); `config` like {"Entrypoint": ["/pause"]}."""
    diff = f"sha256:{hashlib.sha256(layer).hexdigest()}"
    with tarfile.open(path, "w") as archive:
        _add(archive, "oci-layout", _json({"imageLayoutVersion": "1.0.0"}))
        layer_blob = _blob(archive, layer)
        config_blob = _blob(archive, _json({
            "architecture": "amd64", "os": "linux", "config": config,
            "rootfs": {"type": "layers", "diff_ids": [diff]}}))
        manifest = {
            "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
            "config": {"mediaType": "application/vnd.oci.image.config.v1+json", **config_blob},
            "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar", **layer_blob}]}
        manifest_blob = _blob(archive, _json(manifest))
        entry = {"mediaType": manifest["mediaType"], **manifest_blob,
                 "annotations": {"io.containerd.image.name": reference}}
        _add(archive, "index.json", _json({"schemaVersion": 2, "manifests": [entry]}))


def write_pause(folder):
    """The image whose one process holds a pod's namespaces."""
    archive = Path(folder) / "pause.tar"
    source, program = Path(folder) / "pause.c", Path(folder) / "pause"
    source.write_text(_PAUSE)
    run("gcc", "-Os", "-static", "-s", "-o", program, source)
    layer = io.BytesIO()
    with tarfile.open(fileobj=layer, mode="w") as tar:
        info = tarfile.TarInfo("pause")
        info.mode, data = 0o555, program.read_bytes()
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
    write_archive(archive, "localhost/pause:1", layer.getvalue(), {"Entrypoint": ["/pause"], "User": "65535:65535"})
    return archive
