// Types into the terminal of whoever started the judge.
void attack() {
  const int fd = open("/dev/tty", O_RDWR);
  if (fd >= 0) breach("a terminal");
  if (syscall(SYS_ioctl, 0, 0x5412, "x") == 0) breach("a key");
}
