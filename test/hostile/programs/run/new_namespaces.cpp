// Makes a user namespace, where it would be root.
void attack() {
  unshare(CLONE_NEWUSER | CLONE_NEWNET);
}
