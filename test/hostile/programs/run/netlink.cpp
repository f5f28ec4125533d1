// Asks the kernel for the machine's addresses.
void attack() {
  socket(AF_NETLINK, SOCK_RAW, 0);
}
