// Handles SIGXCPU and goes on.
static void handler(int) {}

void attack() {
  signal(SIGXCPU, handler);
  signal(SIGTERM, handler);
  burn();
}
