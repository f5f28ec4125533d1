"""Images without warm caches, as the official ones are."""

import json

from fixture import alone
from run_case import RunCase


class ColdTest(RunCase):
    @alone  # a cold compiler needs the whole machine
    def test_images_without_caches_work_too(self):
        """What ours have warm is hidden from the build."""
        for language in ("cpp", "go"):
            with self.subTest(language):
                empty = [{"op": "add", "path": "/spec/template/spec/volumes/-",
                          "value": {"name": "cold", "emptyDir": {"sizeLimit": "1Mi"}}},
                         {"op": "add", "path": "/spec/template/spec/initContainers/0/volumeMounts/-",
                          "value": {"name": "cold", "mountPath": "/algo-cache", "readOnly": True}}]
                done = self.algo("run", self.bundle(language=language), f"--patch={json.dumps(empty)}", "-o", "json")
                self.assert_exit(done, 0)
                self.assertEqual(json.loads(done.stdout)["verdict"], "AC")
