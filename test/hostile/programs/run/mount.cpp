// Mounts a file system.
void attack() {
  mount("none", "/tmp", "tmpfs", 0, nullptr);
}
