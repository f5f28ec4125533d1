"""A real Kubernetes for tests: control plane on this machine, nodes in network namespaces."""
