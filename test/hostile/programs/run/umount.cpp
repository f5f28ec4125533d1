// Takes a file system away.
void attack() {
  umount2("/proc", MNT_DETACH);
}
