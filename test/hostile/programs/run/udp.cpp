// Sends a datagram.
void attack() {
  socket(AF_INET6, SOCK_DGRAM, 0);
}
