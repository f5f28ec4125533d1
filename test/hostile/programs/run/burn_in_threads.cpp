// Works in four threads.
static void* work(void*) {
  burn();
  return nullptr;
}

void attack() {
  pthread_t thread;
  for (int i = 0; i < 4; ++i) pthread_create(&thread, nullptr, work, nullptr);
  for (;;) pause();
}
