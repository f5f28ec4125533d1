// Looks for services of the machine on unix sockets, also abstract ones.
void attack() {
  if (socket(AF_UNIX, SOCK_STREAM, 0) >= 0) breach("a socket");
}
