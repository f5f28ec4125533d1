// Fills the heap of a second thread with small pieces.
static void* fill(void*) {
  for (;;) memset(malloc(5000), 1, 5000);
}

void attack() {
  pthread_t thread;
  pthread_create(&thread, nullptr, fill, nullptr);
  pthread_join(thread, nullptr);
}
