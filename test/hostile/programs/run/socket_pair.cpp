// Makes a pair of internet sockets, by the other call.
void attack() {
  int pair[2];
  socketpair(AF_INET, SOCK_STREAM, 0, pair);
}
