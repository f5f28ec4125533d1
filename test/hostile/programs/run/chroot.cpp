// Changes its root folder.
void attack() {
  chroot("/tmp");
}
