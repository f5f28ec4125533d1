"""What a run can do besides: images of bundles, live logs, leaving at once."""

import os
import signal

from fixture import alone
from harness import bundle_image, recipes
from run_case import SLOW, RunCase

# Whoever compiles this waits for seconds, and is told the first warning meanwhile.
LONG = """#warning "this is said while it compiles"
using namespace std;
template <int N> constexpr long long spin() {
  long long sum = 0;
  for (int i = 0; i < 250000; i++) sum += i % (N + 3);
  return sum;
}
constexpr long long one = spin<1>(), two = spin<2>(), three = spin<3>(), four = spin<4>();
#warning "this is said later"
constexpr long long five = spin<5>(), six = spin<6>(), seven = spin<7>(), eight = spin<8>();
class Solution {
 public:
  vector<int> twoSum(vector<int>& nums, int target) { return {0, 1}; }
};
"""


class FeaturesTest(RunCase):
    def test_an_image_of_the_bundle_s_dockerfile(self):
        """Nothing is compiled in the cluster; an image of another bundle is refused."""
        bundle, name = self.bundle(language="cpp"), "localhost/of-a-bundle:1"
        archive = self.folder / "of-a-bundle.tar"
        bundle_image.build(self.folder / bundle, "cpp", self.fixture.archives["cpp"], name, archive)
        self.cluster.nodes[0].ctr("images", "import", "--local", archive)
        done = self.algo("run", bundle, f"--image-mode={name}")
        self.assert_exit(done, 0)
        self.assertIn("in its image", done.stderr)
        other = self.algo("run", self.bundle(SLOW), f"--image-mode={name}", "--cleanup=always")
        self.assert_exit(other, 2)
        self.assertIn("the image was not built from this bundle", other.stderr)

    def test_an_image_without_the_compiler(self):
        python = f"--image={recipes.reference('python')}"
        done = self.algo("run", self.bundle("", python, language="cpp"), "--cleanup=always")
        self.assert_exit(done, 4)
        self.assertIn("g++ cannot be started", done.stderr)
        self.assertIn("--image=IMAGE", done.stderr)

    def test_a_slow_compiler_is_heard_while_it_compiles(self):
        child = self.start("run", self.bundle(LONG, language="cpp"), "--cleanup=always")
        self.wait_for_text(child, "this is said while it compiles", child.stderr)
        self.assertIsNone(child.poll())
        self.finish(child, 1)  # a wrong answer; on a very slow machine the compiler's time is over

    def test_a_log_to_its_end(self):
        name = self.algo("run", self.bundle(SLOW), "--case=sample-1", "--detach").stdout.strip()
        done = self.start("logs", name, "-f")
        out, _ = self.finish(done, 0)
        self.assertTrue(out.splitlines()[-1].startswith("@algo1 end "), out)
        self.assert_exit(self.algo("delete", "-l", "problem-id=two-sum"), 0)

    def test_ctrl_c_may_delete_the_run(self):
        child = self.start("run", self.bundle(SLOW), "--cancel-on-interrupt")
        self.wait_for_text(child, "sample-2")
        child.send_signal(signal.SIGINT)
        _, err = self.finish(child, 130)
        self.assertIn("the run is deleted", err)

    @alone
    def test_ctrl_c_twice_leaves_at_once(self):
        """Even when the API server, which is to delete the run, does not answer."""
        child = self.start("run", self.bundle(SLOW), "--cancel-on-interrupt")
        self.wait_for_text(child, "sample-2")
        server = self.cluster.processes.record("kube-apiserver")["pid"]
        os.kill(server, signal.SIGSTOP)
        try:
            child.send_signal(signal.SIGINT)
            self.wait_for_text(child, "stopped following", child.stderr)
            child.send_signal(signal.SIGINT)
            _, err = self.finish(child, 130, seconds=10)
        finally:
            os.kill(server, signal.SIGCONT)
        self.assertIn("the run could not be deleted", err)
        self.assert_exit(self.algo("cancel", "--last"), 0)
