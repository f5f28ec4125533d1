// Starts a child in new namespaces.
void attack() {
  syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, nullptr, nullptr, nullptr, 0);
}
