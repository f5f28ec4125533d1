// Has a child do the work.
void attack() {
  if (fork() == 0) burn();
  wait(nullptr);
}
